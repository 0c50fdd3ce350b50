/** The same ids with one of them moved by some places; undefined when it cannot go there. */
export function moved(ids: readonly string[], id: string, by: number): string[] | undefined {
  const from = ids.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= ids.length || by === 0) return undefined;
  const rest = ids.filter((other) => other !== id);
  return [...rest.slice(0, to), id, ...rest.slice(to)];
}

/** The same ids with these before another one, or before what follows it when it is one of them, or last. */
export function putBefore(ids: readonly string[], these: readonly string[], next: string | undefined): string[] {
  const rest = ids.filter((id) => !these.includes(id));
  const from = next === undefined ? -1 : ids.indexOf(next);
  const follower = from < 0 ? undefined : ids.slice(from).find((id) => !these.includes(id));
  const place = follower === undefined ? rest.length : rest.indexOf(follower);
  return [...rest.slice(0, place), ...these, ...rest.slice(place)];
}
