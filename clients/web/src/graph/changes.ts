const listeners = new Map<string, Set<() => void>>();

/** Says that lists have changed, to whoever shows one of them. */
export function tellChanged(lists: readonly string[]): void {
  for (const list of lists) for (const hear of listeners.get(list) ?? []) hear();
}

/** Hears of each change of these lists; answers how to hear no more. */
export function onChanged(lists: readonly string[], hear: () => void): () => void {
  for (const list of lists) listeners.set(list, (listeners.get(list) ?? new Set()).add(hear));
  return () => {
    for (const list of lists) listeners.get(list)?.delete(hear);
  };
}
