import { type DBSchema, openDB } from 'idb';

interface Schema extends DBSchema {
  kept: { key: string; value: { format: number; value: unknown; savedAt: number } };
}

const opening = () =>
  openDB<Schema>('mycelium.station', 1, {
    upgrade: (db) => void db.createObjectStore('kept'),
    blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
  });

/** What a page showed last, for a start without a network; nothing where the browser keeps nothing, or an older app has kept it. */
export async function readKept(name: string, format: number): Promise<{ value: unknown; savedAt: number } | undefined> {
  try {
    const db = await opening();
    const row = await db.get('kept', name);
    db.close();
    return row?.format === format ? row : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps it; a browser without room costs the next start without a network, not the picture of now. */
export async function writeKept(name: string, format: number, value: unknown, savedAt: number): Promise<void> {
  try {
    const db = await opening();
    await db.put('kept', { format, value, savedAt }, name);
    db.close();
  } catch {
    // As above.
  }
}
