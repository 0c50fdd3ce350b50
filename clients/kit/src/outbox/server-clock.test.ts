import { afterEach, expect, test, vi } from 'vitest';
import { newClientId } from './client-id.ts';
import { createServerClock } from './server-clock.ts';

afterEach(() => vi.unstubAllGlobals());

function memory(): Storage {
  const values = new Map<string, string>();
  return Object.assign(values as never as Storage, {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
  });
}

/** A server whose clock is right, asked by a device whose clock is off by so much. */
function device(offByMs: number, { storage = memory(), takesMs = 40, headers = {} } = {}) {
  let at = Date.parse('2026-11-30T12:00:00.200Z');
  vi.stubGlobal('fetch', async () => {
    at += takesMs / 2;
    const date = new Date(at).toUTCString();
    at += takesMs / 2;
    return new Response('', { headers: { date, ...headers } });
  });
  const clock = createServerClock({ storage, ownNow: () => at + offByMs });
  return { clock, storage, off: () => clock.now() - at };
}

test.each([-86_400_000, -600_000, 0, 450, 7_200_000])(
  'a device that is off by %d ms knows it within a second',
  async (off) => {
    const { clock, off: isOff } = device(off);
    await clock.fetch('/graphql');
    expect(Math.abs(isOff())).toBeLessThanOrEqual(1_020);
  },
);

test('what was learnt outlives the page, and a slow answer does not spoil it', async () => {
  const { clock, storage, off } = device(3_600_000);
  await clock.fetch('/graphql');
  const known = off();
  const slow = device(3_600_000, { storage, takesMs: 30_000 });
  expect(slow.off()).toBe(known);
  await slow.clock.fetch('/graphql');
  expect(slow.off()).toBe(known);
});

test('when somebody sets the clock of the device, the next answer says so', async () => {
  const { clock, storage } = device(0);
  await clock.fetch('/graphql');
  const set = device(7_200_000, { storage });
  expect(set.off()).toBeGreaterThan(7_000_000);
  await set.clock.fetch('/graphql');
  expect(Math.abs(set.off())).toBeLessThanOrEqual(1_020);
});

test('what a cache answers, and what says no time, teach nothing', async () => {
  for (const headers of [{ age: '600' }, { date: 'yesterday' }]) {
    const { clock, off } = device(5_000, { headers });
    await clock.fetch('/graphql');
    expect(off()).toBe(5_000);
  }
  const storage = memory();
  storage.setItem('mycelium.serverClock', '{"offsetMs":"x"}');
  expect(device(0, { storage }).off()).toBe(0);
});

test('an id says the time of the server, and no two are equal', () => {
  const now = () => Date.parse('2026-11-30T12:00:00Z');
  const ids = Array.from({ length: 2_000 }, () => newClientId(now));
  expect(new Set(ids).size).toBe(2_000);
  for (const id of ids) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(now());
  }
});
