import { expect, test } from 'vitest';
import { createSession, type Renewal, type SessionTokens } from './session.ts';

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const tokens = (name: string): SessionTokens => ({
  accessToken: `access-${name}`,
  refreshToken: `refresh-${name}`,
  expiresAt: inMinutes(15),
});

function memory(): Storage {
  const values = new Map<string, string>();
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
    clear: () => values.clear(),
    key: (index) => [...values.keys()][index] ?? null,
    get length() {
      return values.size;
    },
  };
}

/** A server that rotates refresh tokens, and ends the session when one is used twice. */
function rotatingServer() {
  const used = new Set<string>();
  const refresh = async (refreshToken: string): Promise<Renewal> => {
    if (used.has(refreshToken)) return 'over';
    used.add(refreshToken);
    await new Promise(setImmediate);
    return tokens(`after-${refreshToken}`);
  };
  return { refresh, used };
}

test('ten requests that are refused at once renew once', async () => {
  const server = rotatingServer();
  const session = createSession({ refresh: server.refresh, storage: memory() });
  session.open(tokens('1'));

  const answers = await Promise.all(Array.from({ length: 10 }, () => session.renew('access-1')));

  expect(answers).toEqual(Array(10).fill(true));
  expect(server.used.size).toBe(1);
  expect(session.token()).toBe('access-after-refresh-1');
});

test('two tabs whose token was refused renew once between them', async () => {
  const server = rotatingServer();
  const storage = memory();
  const first = createSession({ refresh: server.refresh, storage });
  first.open(tokens('1'));
  const second = createSession({ refresh: server.refresh, storage });

  const answers = await Promise.all([first.renew('access-1'), second.renew('access-1')]);

  expect(answers).toEqual([true, true]);
  expect(server.used.size).toBe(1);
  expect(second.token()).toBe(first.token());
});

test('a refused refresh token ends the session and tells its listeners', async () => {
  const session = createSession({ refresh: async () => 'over', storage: memory() });
  session.open(tokens('1'));
  const seen: (string | undefined)[] = [];
  session.onChange(() => seen.push(session.token()));

  expect(await session.renew('access-1')).toBe(false);
  expect(seen).toEqual([undefined]);
});

test('a server that is away does not end the session', async () => {
  const session = createSession({ refresh: async () => 'away', storage: memory() });
  session.open(tokens('1'));

  expect(await session.renew('access-1')).toBe(false);
  expect(session.token()).toBe('access-1');
});

test('a token is stale shortly before it ends, and a late refusal of an old token costs no renewal', async () => {
  const server = rotatingServer();
  const session = createSession({ refresh: server.refresh, storage: memory() });
  session.open({ ...tokens('1'), expiresAt: new Date(Date.now() + 20_000).toISOString() });
  expect(session.isStale()).toBe(true);

  await session.renew('access-1');
  expect(session.isStale()).toBe(false);
  expect(await session.renew('access-1')).toBe(true);
  expect(server.used.size).toBe(1);
});

test('a session survives a reload, and unreadable storage counts as none', () => {
  const storage = memory();
  createSession({ refresh: async () => 'away', storage }).open(tokens('1'));
  expect(createSession({ refresh: async () => 'away', storage }).token()).toBe('access-1');

  storage.setItem('mycelium.session', '{"accessToken":');
  expect(createSession({ refresh: async () => 'away', storage }).token()).toBeUndefined();
});
