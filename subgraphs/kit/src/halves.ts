import { liesInData } from './fault.ts';

/**
 * Does something with all entries at once. When that fails for a reason that lies in the entries, it is tried with each half, and so
 * on, until those that it fails with stand alone: they are set aside, and all others are done, in their order. An attempt
 * that fails must leave nothing behind. A reason that lies elsewhere is thrown.
 */
export async function inHalves<Entry>(
  entries: readonly Entry[],
  attempt: (some: readonly Entry[]) => Promise<unknown>,
  setAside: (entry: Entry, reason: Error) => Promise<unknown>,
): Promise<void> {
  const [first] = entries;
  if (first === undefined) return;
  try {
    await attempt(entries);
  } catch (error) {
    if (!(error instanceof Error) || !liesInData(error)) throw error;
    if (entries.length === 1) {
      await setAside(first, error);
      return;
    }
    const middle = Math.ceil(entries.length / 2);
    await inHalves(entries.slice(0, middle), attempt, setAside);
    await inHalves(entries.slice(middle), attempt, setAside);
  }
}
