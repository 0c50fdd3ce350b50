import { diff3Merge } from 'node-diff3';

/** What two people made of one text, and how often they changed the same lines. */
interface Merged {
  text: string;
  both: number;
}

/** Line by line: what one of two changed is taken; where both changed the same, both are kept, theirs first, and somebody has to look. */
export function mergeTexts(before: string, mine: string, theirs: string): Merged {
  const parts = diff3Merge(mine.split('\n'), before.split('\n'), theirs.split('\n'));
  const lines = parts.flatMap(({ ok, conflict }) => ok ?? [...(conflict?.b ?? []), ...(conflict?.a ?? [])]);
  return { text: lines.join('\n'), both: parts.filter(({ conflict }) => conflict).length };
}
