import { diff3Merge } from 'node-diff3';

/** What two people made of one text, and how often they changed the same lines. */
interface Merged {
  text: string;
  both: number;
}

/** Lines on which they agree, or what each of them made of the same. */
type Part = readonly string[] | { mine: readonly string[]; theirs: readonly string[] };

/** Line by line: what one of two changed is taken; where both changed the same, both are kept, theirs first, and somebody has to look. */
export function mergeTexts(before: string, mine: string, theirs: string): Merged {
  const regions = diff3Merge(mine.split('\n'), before.split('\n'), theirs.split('\n'));
  const parts = regions.flatMap(({ ok = [], conflict }): Part[] =>
    conflict ? apart(conflict.a, conflict.o, conflict.b) : [ok],
  );
  const lines = parts.flatMap((part) => ('mine' in part ? [...part.theirs, ...part.mine] : part));
  return { text: lines.join('\n'), both: parts.filter((part) => 'mine' in part).length };
}

/** Lines beside each other that were only rewritten are compared one by one: each of two may have had one of them. */
function apart(mine: readonly string[], before: readonly string[], theirs: readonly string[]): Part[] {
  if (mine.length !== before.length || theirs.length !== before.length) return [{ mine, theirs }];
  return before.map((line, at) => {
    const [own = '', other = ''] = [mine[at], theirs[at]];
    if (own === other || other === line) return [own];
    return own === line ? [other] : { mine: [own], theirs: [other] };
  });
}
