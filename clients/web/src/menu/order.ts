import { putBefore } from '../order/moved.ts';

/** The items of a section, in their order. */
export interface Order {
  sectionId: string;
  itemIds: readonly string[];
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
