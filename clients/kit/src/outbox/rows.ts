import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { type Discarded, type Entry, entryOf } from './entry.ts';

interface Schema extends DBSchema {
  entries: { key: number; value: object; indexes: { key: string } };
  discarded: { key: number; value: Discarded };
  lease: { key: string; value: { holder: string; until: number } };
}

/** Where the queue lies in the browser. */
export interface Rows {
  /** Appends entries, all or none, which are on the disk when it answers; not those that are there already. Throws `NotKept`. */
  add(entries: readonly Omit<Entry, 'position'>[]): Promise<void>;
  all(): Promise<Entry[]>;
  /** Changes those entries that are still there. */
  change(positions: readonly number[], change: (entry: Entry) => Entry | undefined): Promise<void>;
  /** Takes entries out of the queue that have reached the server. */
  remove(positions: readonly number[]): Promise<void>;
  /** Takes an entry out that is given up, and keeps it beside the queue; false when it may not be given up now. */
  discard(position: number, give: (entry: Entry) => Discarded | undefined): Promise<boolean>;
  discarded(): Promise<Discarded[]>;
  /** Takes or keeps the one lease of this queue for so long; answers whether it is the holder's. */
  lease(holder: string, ms: number, from?: 'whoever has it'): Promise<boolean>;
  endLease(holder: string): Promise<void>;
  close(): void;
}

/** The entry was not kept, and why. */
export class NotKept extends Error {
  constructor(
    readonly reason: keyof typeof WHY_NOT,
    cause: unknown,
  ) {
    super(WHY_NOT[reason], { cause });
  }
}

const WHY_NOT = {
  FULL: 'There is no room left on this device.',
  NO_STORE: 'This browser keeps nothing.',
  KEY_USED: 'Another entry has this key.',
} as const;

/** Stands for a row that the browser could not read. */
const UNREADABLE = { state: 'UNREADABLE' };

/** How many discarded entries are kept. */
const MOST_DISCARDED = 500;
const LEASE = 'flush';

/** Opens the store of a queue; one that the browser has closed is opened again when it is next needed. */
export function openRows(name: string): Rows {
  let opening: Promise<IDBPDatabase<Schema>> | undefined;
  const open = (): Promise<IDBPDatabase<Schema>> => {
    opening ??= openDB<Schema>(`mycelium.outbox.${name}`, 1, {
      upgrade(db) {
        db.createObjectStore('entries', { keyPath: 'position', autoIncrement: true }).createIndex('key', 'key', {
          unique: true,
        });
        db.createObjectStore('discarded', { keyPath: 'position' });
        db.createObjectStore('lease');
      },
      // A newer version of the app waits for us.
      blocking: (_from, _to, event) => {
        (event.target as IDBDatabase).close();
        opening = undefined;
      },
      terminated: () => {
        opening = undefined;
      },
    }).catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };

  /** Once more where the browser has closed the connection meanwhile. */
  async function withDb<T>(work: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
    try {
      return await work(await open());
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
      opening = undefined;
      return work(await open());
    }
  }

  return {
    add: (entries) =>
      withDb(async (db) => {
        const tx = db.transaction('entries', 'readwrite', { durability: 'strict' });
        for (const entry of entries) {
          const known = await tx.store.index('key').get(entry.key);
          if (known && !isSame(entryOf(0, known), entry)) {
            tx.abort();
            await tx.done.catch(() => undefined);
            throw new NotKept('KEY_USED', undefined);
          }
          if (!known) await tx.store.add({ ...entry });
        }
        await tx.done;
      }).catch((error: unknown) => {
        if (error instanceof NotKept) throw error;
        throw new NotKept(isFull(error) ? 'FULL' : 'NO_STORE', error);
      }),
    all: () =>
      withDb(async (db) => {
        const tx = db.transaction('entries');
        const [positions, rows] = await Promise.all([tx.store.getAllKeys(), tx.store.getAll()]).catch(() => []);
        if (positions && rows) return positions.map((position, index) => entryOf(position, rows[index]));
        return oneByOne(db);
      }),
    change: (positions, change) =>
      withDb(async (db) => {
        const tx = db.transaction('entries', 'readwrite');
        for (const position of positions) {
          const row = await tx.store.get(position);
          const changed = row && change(entryOf(position, row));
          if (changed) await tx.store.put({ ...changed });
        }
        await tx.done;
      }),
    remove: (positions) =>
      withDb(async (db) => {
        const tx = db.transaction('entries', 'readwrite');
        for (const position of positions) await tx.store.delete(position);
        await tx.done;
      }),
    discard: (position, give) =>
      withDb(async (db) => {
        const row = await db.get('entries', position).catch(() => UNREADABLE);
        const tx = db.transaction(['entries', 'discarded'], 'readwrite', { durability: 'strict' });
        const store = tx.objectStore('discarded');
        // Read once more within, where it can be: a tab may have begun to send it.
        const now = row === UNREADABLE ? UNREADABLE : await tx.objectStore('entries').get(position);
        const discarded = now && give(entryOf(position, now));
        if (discarded) {
          await tx.objectStore('entries').delete(position);
          await store.put(discarded);
          const known = await store.getAllKeys();
          for (const old of known.slice(0, -MOST_DISCARDED)) await store.delete(old);
        }
        await tx.done;
        return now === undefined || discarded !== undefined;
      }),
    discarded: () => withDb((db) => db.getAll('discarded')),
    lease: (holder, ms, from) =>
      withDb(async (db) => {
        const tx = db.transaction('lease', 'readwrite');
        const now = Date.now();
        const held = await tx.store.get(LEASE);
        // One that ends far in the future was taken by another clock.
        const isTaken = !from && held && held.holder !== holder && held.until > now && held.until <= now + ms;
        if (!isTaken) void tx.store.put({ holder, until: now + ms }, LEASE).catch(() => undefined);
        await tx.done.catch((error: unknown) => {
          // Without room it is not noted, and goes on all the same: room comes by sending.
          if (!isFull(error)) throw error;
        });
        return !isTaken;
      }),
    endLease: (holder) =>
      withDb(async (db) => {
        const tx = db.transaction('lease', 'readwrite');
        if ((await tx.store.get(LEASE))?.holder === holder) await tx.store.delete(LEASE);
        await tx.done;
      }),
    close() {
      void opening?.then((db) => db.close());
      opening = undefined;
    },
  };
}

/** Slower than all at once, where one that cannot be read would take all others with it. */
async function oneByOne(db: IDBPDatabase<Schema>): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const position of await db.getAllKeys('entries')) {
    const row = await db.get('entries', position).catch(() => UNREADABLE);
    if (row) entries.push(entryOf(position, row));
  }
  return entries;
}

/** Whether two say the same, and would do the same. */
function isSame(one: Omit<Entry, 'position'>, other: Omit<Entry, 'position'>): boolean {
  const said = ({ order, operation, variables }: Omit<Entry, 'position'>) =>
    JSON.stringify([order, operation, variables]);
  return said(one) === said(other);
}

function isFull(error: unknown): boolean {
  return error instanceof Error && (error.name === 'QuotaExceededError' || isFull(error.cause));
}
