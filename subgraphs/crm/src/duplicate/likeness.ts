/** Letters that lose no mark and are written with others all the same. */
const LETTERS: Readonly<Record<string, string>> = { ı: 'i', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', æ: 'ae', œ: 'oe' };

/** A name without what people write differently: accents, signs, the size of letters, the order of its words. */
export function foldName(name: string): string {
  return wordsOf(name).toSorted().join(' ');
}

/** How alike two names are, from 0 to 1: the share of trigrams that both have, as pg_trgm counts it. */
export function likenessOf(one: string, other: string): number {
  const [ours, theirs] = [trigramsOf(one), trigramsOf(other)];
  const common = [...ours].filter((trigram) => theirs.has(trigram)).length;
  const all = ours.size + theirs.size - common;
  return all === 0 ? 0 : common / all;
}

function trigramsOf(name: string): Set<string> {
  const trigrams = new Set<string>();
  for (const word of wordsOf(name)) {
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at += 1) trigrams.add(padded.slice(at, at + 3));
  }
  return trigrams;
}

function wordsOf(name: string): string[] {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const folded = plain.replaceAll(/[ıßøłđæœ]/g, (letter) => LETTERS[letter] ?? letter);
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}
