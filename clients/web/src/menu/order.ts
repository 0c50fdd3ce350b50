/** The items of a section, in their order. */
export interface Order {
  sectionId: string;
  itemIds: readonly string[];
}

/** The same ids with one of them moved by some places; undefined when it cannot go there. */
export function moved(ids: readonly string[], id: string, by: number): string[] | undefined {
  const from = ids.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= ids.length || by === 0) return undefined;
  const rest = ids.filter((other) => other !== id);
  return [...rest.slice(0, to), id, ...rest.slice(to)];
}

/** The same ids with these before another one, or last. */
function putBefore(ids: readonly string[], these: readonly string[], next: string | undefined): string[] {
  const rest = ids.filter((id) => !these.includes(id));
  const place = next === undefined ? -1 : rest.indexOf(next);
  return place < 0 ? [...rest, ...these] : [...rest.slice(0, place), ...these, ...rest.slice(place)];
}

/** The sections that change when these items go to a section, before one of its items or last. */
export function rearranged(
  orders: readonly Order[],
  these: readonly string[],
  sectionId: string,
  next?: string,
): Order[] {
  return orders
    .map((order) => ({
      sectionId: order.sectionId,
      itemIds:
        order.sectionId === sectionId
          ? putBefore(order.itemIds, these, next)
          : order.itemIds.filter((id) => !these.includes(id)),
    }))
    .filter(({ itemIds }, at) => !isSame(itemIds, orders[at]?.itemIds ?? []));
}

/** Whether all of these sections have these items in this order. */
export function isArranged(orders: readonly Order[], wanted: readonly Order[]): boolean {
  return wanted.every(({ sectionId, itemIds }) =>
    isSame(orders.find((order) => order.sectionId === sectionId)?.itemIds ?? [], itemIds),
  );
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, place) => id === other[place]);
}
