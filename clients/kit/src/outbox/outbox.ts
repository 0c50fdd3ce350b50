import { delayAfter } from '../patience.ts';
import { type Discarded, type Entry, isToSend, nextUp } from './entry.ts';
import { NotKept, openRows } from './rows.ts';
import { elapsed, type IsMine, takeTurns } from './turn.ts';

/** What came of sending an entry. AWAY is about the server, LATER about this entry. */
export type Outcome =
  | { kind: 'DONE'; data?: unknown }
  | { kind: 'REFUSED'; reason: string; message: string }
  | { kind: 'LATER'; afterMs?: number }
  | { kind: 'AWAY'; afterMs?: number };

export interface OutboxOptions {
  /** Tells the queues of a browser apart, such as by station. */
  name: string;
  /**
   * Sends entries of one order: the first, and those behind it that go with it. Answers what came of each, up to the first that is
   * not done. Must give up when the signal says so; never throws for what the server says.
   */
  send: (entries: readonly Entry[], signal: AbortSignal) => Promise<readonly Outcome[]>;
  /** The server's time. */
  now?: () => number;
  /** An entry has reached the server, in this tab's hands. */
  onDone?: (entry: Entry, data: unknown) => void;
}

/** How it is with the queue. */
export interface Standing {
  /** Oldest first. */
  entries: readonly Entry[];
  /** When the oldest was made. */
  oldestAt?: number;
  /** The server could not be reached the last time. */
  isAway: boolean;
  /** Why nothing can be kept here, since it was last tried. */
  problem?: NotKept['reason'];
}

export interface Addition {
  key: string;
  order: string;
  operation: string;
  variables: Readonly<Record<string, unknown>>;
  by?: string;
}

export interface Outbox {
  standing(): Standing;
  /** Calls whenever the standing has changed, here or in another tab. Answers how to stop. */
  onChange(listener: () => void): () => void;
  /** Keeps entries, all or none, and sends them as soon as it is their turn; throws `NotKept`. The same key twice is one entry. */
  add(...additions: readonly Addition[]): Promise<void>;
  /** Sends an entry again that was refused, and what waits behind it. */
  retry(key: string): Promise<void>;
  /** Gives an entry up, with a reason that is kept; what waits behind it goes on. False when it is just being sent. */
  discard(key: string, why: string): Promise<boolean>;
  discarded(): Promise<Discarded[]>;
  /** Sends what waits at once: the server is known to be there again. */
  hurry(): void;
  close(): void;
}

/** How long an entry may be under way; less than a lease lasts. */
const SEND_MS = 10_000;
/** How often whoever has nothing to send looks whether there is something, though nobody said so. */
const IDLE_MS = 5_000;

const positionsOf = (entries: readonly Entry[]): number[] => entries.map(({ position }) => position);

/** Until when nothing is sent, after so many failures in a row; milliseconds since the epoch. */
interface Rest {
  until: number;
  failures: number;
}

/** Longer than the last time, and as long as the server wants. */
function longer(rest: Rest | undefined, wantedMs = 0): Rest {
  const failures = (rest?.failures ?? 0) + 1;
  return { failures, until: Date.now() + Math.max(delayAfter(failures), wantedMs) };
}

/**
 * A queue of writes that outlives the page. Entries of one order are sent in the order in which they were added, one after the
 * other in all tabs of a browser together, or several in one request; what the server refuses holds up its own order alone. An entry leaves the queue once the
 * server has it: a tab that dies in between sends it again, which is why its key is the id of what it makes.
 */
export function createOutbox({ name, send, now = Date.now, onDone }: OutboxOptions): Outbox {
  const rows = openRows(name);
  const listeners = new Set<() => void>();
  const tabs = new BroadcastChannel(`mycelium.outbox.${name}`);
  const over = new AbortController();
  /** Of which orders nothing is sent until when, and how often that came in a row. */
  const resting = new Map<string, Rest>();
  let serverRest: Rest | undefined;
  let standing: Standing = { entries: [], isAway: false };
  let wake = (): void => {};
  let reading = Promise.resolve();

  function set(change: Partial<Standing>): void {
    standing = { ...standing, ...change };
    for (const listener of [...listeners]) listener();
  }

  /** Reads the queue; of several at once, the last one to begin is the last to be shown. */
  function look(): Promise<void> {
    reading = reading.then(async () => {
      const entries = await rows.all().catch(() => undefined);
      if (over.signal.aborted) return;
      if (!entries) return set({ problem: 'NO_STORE' });
      const problem = standing.problem === 'NO_STORE' ? undefined : standing.problem;
      set({ entries, oldestAt: entries[0]?.madeAt, problem });
    });
    return reading;
  }

  async function changed(): Promise<void> {
    tabs.postMessage('changed');
    await look();
    wake();
  }

  tabs.onmessage = ({ data }) => {
    if (data === 'retry') forgetRests();
    void look().then(() => wake());
  };
  const hurry = (): void => {
    tabs.postMessage('retry');
    forgetRests();
    wake();
  };
  globalThis.addEventListener?.('online', hurry);

  function forgetRests(): void {
    resting.clear();
    serverRest = undefined;
  }

  /** Sends what there is, as long as it is this tab's turn; waits for more until it is closed. */
  async function flush(isMine: IsMine): Promise<void> {
    while (!over.signal.aborted) {
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
      });
      await look();
      const at = Date.now();
      const rests = (order: string): boolean => (resting.get(order)?.until ?? 0) > at;
      const next = (serverRest?.until ?? 0) > at ? [] : nextUp(standing.entries, rests);
      if (next.length > 0) {
        if (!(await isMine())) return;
        await sendNext(next);
      } else {
        const ends = [serverRest, ...resting.values()].map((rest) => rest?.until ?? 0).filter((until) => until > at);
        await Promise.race([woken, elapsed(Math.min(...ends, at + IDLE_MS) - at, over.signal)]);
        if (!(await isMine())) return;
      }
    }
  }

  async function sendNext(entries: readonly Entry[]): Promise<void> {
    // By the rows as they are now: somebody may have given one up.
    const begun = new Map<number, Entry>();
    const begin = (entry: Entry): Entry | undefined => {
      if (!isToSend(entry)) return undefined;
      const sent: Entry = { ...entry, state: 'SENDING', attempts: entry.attempts + 1 };
      begun.set(entry.position, sent);
      return sent;
    };
    // If there is no room to note it, room comes by sending.
    await rows.change(positionsOf(entries), begin).catch(() => undefined);
    const sent = [...begun.values()];
    const [first] = sent;
    if (!first) return;
    await look();
    const outcomes = await send(sent, AbortSignal.any([over.signal, AbortSignal.timeout(SEND_MS)])).catch(
      (): Outcome[] => [{ kind: 'AWAY' }],
    );
    if (over.signal.aborted) return;
    await settle(sent, outcomes);
    const last = outcomes.at(-1) ?? { kind: 'AWAY' };
    set({ isAway: last.kind === 'AWAY' });
    if (last.kind === 'AWAY') serverRest = longer(serverRest, last.afterMs);
    else serverRest = undefined;
    if (last.kind === 'LATER') resting.set(first.order, longer(resting.get(first.order), last.afterMs));
    else if (last.kind !== 'AWAY') resting.delete(first.order);
    tabs.postMessage('changed');
  }

  async function settle(sent: readonly Entry[], outcomes: readonly Outcome[]): Promise<void> {
    const byPosition = new Map(sent.map(({ position }, at) => [position, outcomes[at]]));
    const done = sent.filter(({ position }) => byPosition.get(position)?.kind === 'DONE');
    // What cannot be taken out now is sent again, and the server knows its key.
    if (done.length > 0) await rows.remove(positionsOf(done)).catch(() => undefined);
    for (const entry of done) {
      const outcome = byPosition.get(entry.position);
      onDone?.(entry, outcome?.kind === 'DONE' ? outcome.data : undefined);
    }
    const left = sent.filter((entry) => !done.includes(entry));
    const settled = (now: Entry): Entry => {
      const outcome = byPosition.get(now.position);
      // It was not its turn yet.
      if (!outcome) return { ...now, state: 'WAITING', attempts: now.attempts - 1 };
      const { reason, message } = outcome.kind === 'REFUSED' ? outcome : {};
      return { ...now, state: outcome.kind === 'REFUSED' ? 'REFUSED' : 'WAITING', reason, message };
    };
    if (left.length > 0) await rows.change(positionsOf(left), settled).catch(() => undefined);
  }

  void takeTurns(name, rows, over.signal, flush).catch((error: unknown) => {
    if (!over.signal.aborted) throw error;
  });
  void look();

  const find = (key: string): Entry | undefined => standing.entries.find((entry) => entry.key === key);

  return {
    standing: () => standing,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async add(...additions) {
      try {
        await rows.add(additions.map((each) => ({ ...each, madeAt: now(), state: 'WAITING', attempts: 0 })));
      } catch (error) {
        if (error instanceof NotKept && error.reason !== 'KEY_USED') set({ problem: error.reason });
        throw error;
      }
      if (standing.problem) set({ problem: undefined });
      await changed();
    },
    async retry(key) {
      const entry = find(key);
      if (!entry) return;
      await rows.change([entry.position], (known) =>
        known.reason === 'UNREADABLE'
          ? undefined
          : { ...known, state: 'WAITING', reason: undefined, message: undefined },
      );
      forgetRests();
      tabs.postMessage('retry');
      await changed();
    },
    async discard(key, why) {
      const entry = find(key);
      if (!entry) return true;
      const isGone = await rows.discard(entry.position, (known) =>
        known.state === 'SENDING' ? undefined : { ...known, discardedAt: now(), why },
      );
      await changed();
      return isGone;
    },
    discarded: () => rows.discarded(),
    hurry,
    close() {
      over.abort();
      globalThis.removeEventListener?.('online', hurry);
      wake();
      tabs.close();
      rows.close();
    },
  };
}
