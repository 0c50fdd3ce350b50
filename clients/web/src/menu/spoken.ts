/** What somebody typed to do at once: `86 lengua`, `price al pastor 4.50`. */
export type Spoken = { act: 'sold-out'; name: string } | { act: 'price'; name: string; amount: string };

/** In all languages of the console, whichever is chosen: a kitchen says 86 everywhere. */
const SOLD_OUT = /^(?:86|sold out|agotar|agotado|tükendi)\s+(\S.*)$/iu;
const PRICE = /^(?:price|precio|fiyat)\s+(\S.*?)\s+(\d[\d.,]*)$/iu;

export function spokenIn(text: string): Spoken | undefined {
  const [, soldOut] = SOLD_OUT.exec(text) ?? [];
  if (soldOut) return { act: 'sold-out', name: soldOut };
  const [, name, amount] = PRICE.exec(text) ?? [];
  return name && amount ? { act: 'price', name, amount } : undefined;
}
