/** How many brackets of a text are in each other at most. A parser calls itself for each of them, so this is looked at before. */
export function nestingOf(text: string): number {
  let level = 0;
  let most = 0;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index];
    if (sign === '{' || sign === '[' || sign === '(') {
      level += 1;
      if (level > most) most = level;
    } else if (sign === '}' || sign === ']' || sign === ')') level -= 1;
    else if (sign === '"') index = endOfString(text, index);
    else if (sign === '#') index = endOfLine(text, index);
  }
  return most;
}

/** Brackets in a string are text; one that does not end is an error for the parser. */
function endOfString(text: string, start: number): number {
  const isBlock = text.startsWith('"""', start);
  const end = isBlock ? '"""' : '"';
  for (let index = start + end.length; index < text.length; index += 1) {
    const sign = text[index];
    if (sign === '\\') index += isBlock && text.startsWith('"""', index + 1) ? 3 : isBlock ? 0 : 1;
    else if (!isBlock && (sign === '\n' || sign === '\r')) return index;
    else if (sign === '"' && text.startsWith(end, index)) return index + end.length - 1;
  }
  return text.length;
}

function endOfLine(text: string, start: number): number {
  for (let index = start; index < text.length; index += 1) {
    if (text[index] === '\n' || text[index] === '\r') return index;
  }
  return text.length;
}
