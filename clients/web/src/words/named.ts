/** Whether each word that was typed begins a word of the text; accents and case do not count. */
export function isNamed(text: string, search: string): boolean {
  const words = wordsOf(text);
  return wordsOf(search).every((part) => words.some((word) => word.startsWith(part)));
}

/** How much of a text is what was typed, from 0 to 1; 0 for one that is not named. */
export function closeness(text: string, search: string): number {
  return isNamed(text, search) ? wordsOf(search).length / Math.max(1, wordsOf(text).length) : 0;
}

function wordsOf(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ı', 'i')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
