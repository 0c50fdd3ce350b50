/** What the address asks, with these parts of it set or taken away. */
export function withParts(
  search: URLSearchParams,
  parts: Readonly<Record<string, string | undefined>>,
): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const [key, value] of Object.entries(parts))
    if (value === undefined) next.delete(key);
    else next.set(key, value);
  return next;
}
