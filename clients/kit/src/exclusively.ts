/**
 * Does work that no other tab of this origin does at the same time. The browser's locks need a secure origin (https or this
 * machine); elsewhere the work is alone in its own tab only.
 */
export async function exclusively<T>(name: string, work: () => Promise<T>): Promise<T> {
  if (typeof navigator === 'undefined' || !navigator.locks) return work();
  return navigator.locks.request(name, work);
}
