import type { Entry } from '@mycelium/client-kit/outbox/entry';
import { createOutbox, type Outbox, type Outcome } from '@mycelium/client-kit/outbox/outbox';

declare global {
  interface Window {
    outbox: Outbox;
    addAll(entries: readonly { key: string; order: string; operation?: string; size?: number }[]): Promise<string[]>;
  }
}

/** What the desk says of entries, of which it takes all up to the first that it refuses. */
async function send(entries: readonly Entry[], signal: AbortSignal): Promise<Outcome[]> {
  const body = JSON.stringify(entries.map(({ key, order, operation }) => ({ key, order, operation })));
  const response = await fetch('/send', { method: 'POST', body, signal });
  const retryAfter = response.headers.get('retry-after');
  if (retryAfter) return [{ kind: 'AWAY', afterMs: Number(retryAfter) * 1_000 }];
  if (!response.ok) return [{ kind: 'LATER' }];
  const { done, isRefused }: { done: number; isRefused: boolean } = await response.json();
  return [
    ...Array.from({ length: done }, (): Outcome => ({ kind: 'DONE' })),
    ...(isRefused ? [{ kind: 'REFUSED', reason: 'NOT_SO', message: 'It is not so.' } as const] : []),
  ];
}

window.outbox = createOutbox({ name: 'test', send });

/** Adds these one after the other; answers the keys of those that were kept. */
window.addAll = async (entries) => {
  const kept: string[] = [];
  for (const { key, order, operation = 'addLine', size = 0 } of entries) {
    const variables = { note: noise(size) };
    await window.outbox.add({ key, order, operation, variables }).then(
      () => kept.push(key),
      () => undefined,
    );
  }
  return kept;
};

/** A text of so many characters that no browser can keep in less room. */
function noise(size: number): string {
  const pieces: string[] = [];
  for (let left = size; left > 0; left -= PIECE) {
    const bytes = crypto.getRandomValues(new Uint16Array(Math.min(left, PIECE)));
    pieces.push(String.fromCharCode(...bytes.map((byte) => 0x100 + (byte % 0xc000))));
  }
  return pieces.join('');
}

const PIECE = 8_192;
