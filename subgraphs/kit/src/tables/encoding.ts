/** How the letters of a file are written. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'windows-1254';

/** Bytes of ğ ı ş Ğ İ Ş as Turkey writes them, which elsewhere are ð ý þ Ð Ý Þ. */
const TURKISH = [0xf0, 0xfd, 0xfe, 0xd0, 0xdd, 0xde];
/** Bytes of letters that Turkish has not, and languages with those others have: á æ í ñ ó ú and their capitals. */
const WESTERN = [0xe1, 0xe6, 0xed, 0xf1, 0xf3, 0xfa, 0xc1, 0xc6, 0xcd, 0xd1, 0xd3, 0xda];
/** What only files have that are no text: all that is below a space, but tab, line ends, form feed and escape. */
const NOT_IN_TEXT = Array.from({ length: 32 }, (_, byte) => byte).filter(
  (byte) => ![9, 10, 12, 13, 26, 27].includes(byte),
);
/** Enough bytes to know a picture from a text. */
const HEAD = 4096;

/** Looks at the bytes of a file as they come, however they are cut, and says at the end how its letters are written. */
export function seekEncoding(): { see: (bytes: Uint8Array) => void; isText: () => boolean; found: () => Encoding } {
  const head: number[] = [];
  const seen = new Uint32Array(256);
  const utf8 = new TextDecoder('utf-8');
  const letters = { sound: 0, broken: 0 };
  const count = (text: string) => {
    const broken = text.match(/\ufffd/g)?.length ?? 0;
    letters.broken += broken;
    letters.sound += (text.match(/[^\p{ASCII}]/gu)?.length ?? 0) - broken;
  };
  let isText = true;
  const seeHead = (bytes: Uint8Array) => {
    head.push(...bytes.subarray(0, HEAD - head.length));
    isText = markOf(head)?.startsWith('utf-16') || !head.some((byte) => NOT_IN_TEXT.includes(byte));
  };
  return {
    see: (bytes) => {
      if (head.length < HEAD) seeHead(bytes);
      for (const byte of bytes) seen[byte] = (seen[byte] ?? 0) + 1;
      count(utf8.decode(bytes, { stream: true }));
    },
    isText: () => isText,
    found: () => {
      count(utf8.decode());
      return markOf(head) ?? encodingOf(letters, seen);
    },
  };
}

/** A byte order mark settles it. */
function markOf([first, second, third]: readonly number[]): Encoding | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : undefined;
}

/** One damaged row makes no other encoding of a file whose letters are UTF-8 elsewhere. */
function encodingOf({ sound, broken }: { sound: number; broken: number }, seen: Uint32Array): Encoding {
  if (broken <= sound) return 'utf-8';
  const timesOf = (bytes: readonly number[]) => bytes.reduce((sum, byte) => sum + (seen[byte] ?? 0), 0);
  return timesOf(TURKISH) > timesOf(WESTERN) ? 'windows-1254' : 'windows-1252';
}

/** Enough letters that each piece holds many lines. */
const PIECE = 16_384;

/** The text of a file, in pieces; a letter that its encoding has not is U+FFFD. */
export async function* textOf(bytes: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  let text = '';
  for await (const each of bytes) {
    text += decoder.decode(each, { stream: true });
    if (text.length < PIECE) continue;
    yield text;
    text = '';
  }
  yield text + decoder.decode();
}
