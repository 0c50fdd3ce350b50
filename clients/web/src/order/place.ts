import type { Point } from './held.ts';

/** From where to where something is, from top to bottom. */
export interface Span {
  id: string;
  top: number;
  bottom: number;
}

/** What has rows in an order; groups stand below each other or beside each other. */
export interface Group extends Span {
  left: number;
  right: number;
  rows: readonly Span[];
}

/** Where what is dragged would come to stand. */
export interface Place {
  groupId: string;
  /** The row that it would stand before; undefined is last. */
  nextId: string | undefined;
  /** Where a line shows it, from where and how wide. */
  lineAt: number;
  left: number;
  width: number;
}

/** How far beside a list one may still be above it. */
const BESIDE_PX = 64;

/** Whether something is held so far beside a list that it shall not come into it. */
export function isBeside({ left, right }: { left: number; right: number }, x: number): boolean {
  return x < left - BESIDE_PX || x > right + BESIDE_PX;
}

/** The place at a point, in the group that is there or next to it; none where it stands already. */
export function placeAt(groups: readonly Group[], dragged: string, { x, y: height }: Point): Place | undefined {
  const [group] = groups.toSorted(
    (one, other) => beside(one, x) - beside(other, x) || distance(one, height) - distance(other, height),
  );
  if (!group) return undefined;
  const others = group.rows.filter(({ id }) => id !== dragged);
  const next = others.find(({ top, bottom }) => height < (top + bottom) / 2);
  const at = group.rows.findIndex(({ id }) => id === dragged);
  if (at >= 0 && group.rows[at + 1]?.id === next?.id) return undefined;
  const lineAt = next?.top ?? group.rows.at(-1)?.bottom ?? group.top;
  const { id: groupId, left, right } = group;
  return { groupId, nextId: next?.id, lineAt, left, width: right - left };
}

function beside({ left, right }: Group, x: number): number {
  return Math.max(left - x, 0, x - right);
}

function distance({ top, bottom }: Span, height: number): number {
  return Math.max(top - height, 0, height - bottom);
}
