/** What a list shows, as a saved view keeps it: the query of its address without which view it is, in one order. */
export function listQueryOf(search: URLSearchParams): string {
  const query = new URLSearchParams(search);
  query.delete('saved');
  query.sort();
  return query.toString();
}

/** The address of a list as a view shows it. */
export function searchOf({ id, query }: { id: string; query: string }): string {
  const search = new URLSearchParams(query);
  search.set('saved', id);
  return search.toString();
}
