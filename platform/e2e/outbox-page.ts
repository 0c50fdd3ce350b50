import type { Entry } from '@mycelium/client-kit/outbox/entry';
import { createOutbox, type Outbox, type Outcome } from '@mycelium/client-kit/outbox/outbox';

declare global {
  interface Window {
    outbox: Outbox;
    addAll(entries: readonly { key: string; order: string; operation?: string; size?: number }[]): Promise<string[]>;
  }
}

/** What the desk says of an entry. */
async function send(entry: Entry, signal: AbortSignal): Promise<Outcome> {
  const { key, order, operation } = entry;
  const response = await fetch('/send', { method: 'POST', body: JSON.stringify({ key, order, operation }), signal });
  if (response.status === 422) return { kind: 'REFUSED', reason: 'NOT_SO', message: 'It is not so.' };
  return response.ok ? { kind: 'DONE' } : { kind: 'LATER' };
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
