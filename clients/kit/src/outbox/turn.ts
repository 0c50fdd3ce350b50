import type { Rows } from './rows.ts';

/** How long a lease lasts that is not renewed; whoever sends asks before each entry, and gives up before it ends. */
const LEASE_MS = 15_000;
/** A tab that lives answers within this time, also one that nobody looks at. */
const ANSWER_MS = 3_000;
const ASK_AGAIN_MS = 1_000;

/** Whether it is still this tab's turn. */
export type IsMine = () => Promise<boolean>;

/**
 * Does work that one tab of a browser does at a time, until the signal. By the browser's locks, which end with their tab; over
 * plain http there are none, and the turn is a lease in the store of the queue, which a transaction gives to one. Whether its
 * holder still lives is asked over a channel, so that nobody waits for a tab that was closed.
 */
export async function takeTurns(
  name: string,
  rows: Pick<Rows, 'lease' | 'endLease'>,
  signal: AbortSignal,
  work: (isMine: IsMine) => Promise<void>,
): Promise<void> {
  if (navigator.locks) {
    await navigator.locks.request(`mycelium.outbox.${name}`, { signal }, () => work(async () => true));
    return;
  }
  const holder = Array.from(crypto.getRandomValues(new Uint32Array(4)), String).join('-');
  const isMine: IsMine = () => rows.lease(holder, LEASE_MS).catch(() => false);
  const channel = new BroadcastChannel(`mycelium.outbox.${name}.turn`);
  let isHolding = false;
  let heardAt = 0;
  channel.onmessage = ({ data }) => {
    if (data === 'holding') heardAt = Date.now();
    else if (isHolding) channel.postMessage('holding');
  };
  while (!signal.aborted) {
    if ((await isMine()) || (await inheritFromNobody())) {
      isHolding = true;
      await work(isMine);
      isHolding = false;
      await rows.endLease(holder).catch(() => undefined);
    }
    await elapsed(ASK_AGAIN_MS, signal);
  }
  channel.close();

  async function inheritFromNobody(): Promise<boolean> {
    const askedAt = Date.now();
    channel.postMessage('who');
    await elapsed(ANSWER_MS, signal);
    return heardAt < askedAt && rows.lease(holder, LEASE_MS, 'whoever has it').catch(() => false);
  }
}

/** Waits so long, or until the signal. */
export function elapsed(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
}
