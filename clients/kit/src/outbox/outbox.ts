import { delayAfter } from '../patience.ts';
import { type Discarded, type Entry, nextUp } from './entry.ts';
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
  /** Sends one entry; must give up when the signal says so. Never throws for what the server says. */
  send: (entry: Entry, signal: AbortSignal) => Promise<Outcome>;
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
  /** Keeps an entry, and sends it as soon as it is its turn; throws `NotKept`. The same key twice is one entry. */
  add(addition: Addition): Promise<void>;
  /** Sends an entry again that was refused, and what waits behind it. */
  retry(key: string): Promise<void>;
  /** Gives an entry up, with a reason that is kept; what waits behind it goes on. False when it is just being sent. */
  discard(key: string, why: string): Promise<boolean>;
  discarded(): Promise<Discarded[]>;
  close(): void;
}

/** How long an entry may be under way; less than a lease lasts. */
const SEND_MS = 10_000;
/** How often whoever has nothing to send looks whether there is something, though nobody said so. */
const IDLE_MS = 5_000;

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
 * A queue of writes that outlives the page. Entries of one order are sent in the order in which they were added, one at a time
 * in all tabs of a browser together; what the server refuses holds up its own order alone. An entry leaves the queue once the
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
  const onOnline = (): void => {
    forgetRests();
    wake();
  };
  globalThis.addEventListener?.('online', onOnline);

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
      const entry = (serverRest?.until ?? 0) > at ? undefined : nextUp(standing.entries, rests);
      if (entry) {
        if (!(await isMine())) return;
        await sendOne(entry);
      } else {
        const ends = [serverRest, ...resting.values()].map((rest) => rest?.until ?? 0).filter((until) => until > at);
        await Promise.race([woken, elapsed(Math.min(...ends, at + IDLE_MS) - at, over.signal)]);
        if (!(await isMine())) return;
      }
    }
  }

  async function sendOne({ position, order }: Entry): Promise<void> {
    // By the row as it is now: somebody may have given it up.
    let sent: Entry | undefined;
    const begin = (entry: Entry): Entry => {
      sent = { ...entry, state: 'SENDING', attempts: entry.attempts + 1 };
      return sent;
    };
    const isThere = await rows
      .change(position, (entry) => (entry.state === 'WAITING' || entry.state === 'SENDING' ? begin(entry) : undefined))
      // There is no room to note it, and room comes by sending.
      .catch(() => sent !== undefined);
    if (!isThere || !sent) return;
    await look();
    const outcome = await send(sent, AbortSignal.any([over.signal, AbortSignal.timeout(SEND_MS)])).catch(
      (): Outcome => ({ kind: 'AWAY' }),
    );
    if (over.signal.aborted) return;
    await settle(sent, outcome);
    set({ isAway: outcome.kind === 'AWAY' });
    if (outcome.kind === 'AWAY') serverRest = longer(serverRest, outcome.afterMs);
    else serverRest = undefined;
    if (outcome.kind === 'LATER') resting.set(order, longer(resting.get(order), outcome.afterMs));
    else if (outcome.kind !== 'AWAY') resting.delete(order);
    tabs.postMessage('changed');
  }

  async function settle(entry: Entry, outcome: Outcome): Promise<void> {
    const { position } = entry;
    if (outcome.kind === 'DONE') {
      // If it cannot be taken out now it is sent again, and the server knows its key.
      await rows.remove(position).catch(() => undefined);
      onDone?.(entry, outcome.data);
      return;
    }
    const { reason, message } = outcome.kind === 'REFUSED' ? outcome : {};
    const state = outcome.kind === 'REFUSED' ? 'REFUSED' : 'WAITING';
    await rows.change(position, (now) => ({ ...now, state, reason, message })).catch(() => undefined);
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
    async add(addition) {
      try {
        await rows.add({ ...addition, madeAt: now(), state: 'WAITING', attempts: 0 });
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
      await rows.change(entry.position, (known) =>
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
    close() {
      over.abort();
      globalThis.removeEventListener?.('online', onOnline);
      wake();
      tabs.close();
      rows.close();
    },
  };
}
