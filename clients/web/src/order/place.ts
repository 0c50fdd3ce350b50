/** From where to where something is, from top to bottom. */
export interface Span {
  id: string;
  top: number;
  bottom: number;
}

/** What has rows in an order. */
export interface Group extends Span {
  rows: readonly Span[];
}

/** Where what is dragged would come to stand. */
export interface Place {
  groupId: string;
  /** The row that it would stand before; undefined is last. */
  nextId: string | undefined;
  /** Where a line shows it. */
  lineAt: number;
}

/** How far beside a list one may still be above it. */
const BESIDE_PX = 64;

/** Whether something is held so far beside a list that it shall not come into it. */
export function isBeside({ left, right }: { left: number; right: number }, x: number): boolean {
  return x < left - BESIDE_PX || x > right + BESIDE_PX;
}

/** The place at a height, in the group that is there or next to it; none where it stands already. */
export function placeAt(groups: readonly Group[], dragged: string, height: number): Place | undefined {
  const [group] = groups.toSorted((one, other) => distance(one, height) - distance(other, height));
  if (!group) return undefined;
  const others = group.rows.filter(({ id }) => id !== dragged);
  const next = others.find(({ top, bottom }) => height < (top + bottom) / 2);
  const at = group.rows.findIndex(({ id }) => id === dragged);
  if (at >= 0 && group.rows[at + 1]?.id === next?.id) return undefined;
  const lineAt = next?.top ?? group.rows.at(-1)?.bottom ?? group.top;
  return { groupId: group.id, nextId: next?.id, lineAt };
}

function distance({ top, bottom }: Span, height: number): number {
  return Math.max(top - height, 0, height - bottom);
}
