import { z } from 'zod';
import { Refusal } from './reply.ts';

export interface Page<Thing> {
  items: Thing[];
  /** Where the next page begins; none on the last. */
  next?: string;
}

export interface PageAsked {
  after?: string | null;
  limit?: number | string | null;
  /** The most that a page holds, whatever is asked for. */
  most?: number;
}

/** After which thing a page begins, and where that stood, should it be gone. */
const cursorSchema = z.tuple([z.string(), z.int().min(0)]);

/**
 * A page of a list, with an opaque cursor. A repeated page leads to itself once more, as it happens while things move;
 * it loses nothing.
 */
export function pageOf<Thing extends { id: string }>(
  list: readonly Thing[],
  { after, limit, most = 100 }: PageAsked,
  isRepeated = false,
): Page<Thing> {
  const size = z.coerce
    .number()
    .int()
    .min(1)
    .catch(most)
    .parse(limit ?? most);
  const from = after ? beginning(list, after) : 0;
  const to = from + Math.min(size, most);
  const items = list.slice(from, to);
  if (isRepeated) return { items, next: cursorAt(list, from) };
  return to < list.length ? { items, next: cursorAt(list, to) } : { items };
}

function cursorAt(list: readonly { id: string }[], index: number): string {
  return Buffer.from(JSON.stringify([list[index - 1]?.id ?? '', index])).toString('base64url');
}

function beginning(list: readonly { id: string }[], cursor: string): number {
  const [id, index] = read(cursor);
  const found = list.findIndex((thing) => thing.id === id);
  return found < 0 ? index : found + 1;
}

function read(cursor: string): [string, number] {
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw new Refusal(400, 'This cursor is none of ours.');
  }
}
