/** The same ids with one of them moved by some places; undefined when it cannot go there. */
export function moved(ids: readonly string[], id: string, by: number): string[] | undefined {
  const from = ids.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= ids.length || by === 0) return undefined;
  const rest = ids.filter((other) => other !== id);
  return [...rest.slice(0, to), id, ...rest.slice(to)];
}
