/** A card as far as its place goes. */
export interface Placed {
  id: string;
  rank: number;
  stage: { id: string };
}

/** The cards of each stage from the top, each card once. */
export function columnsOf<Card extends Placed>(
  stages: readonly { id: string }[],
  cards: readonly Card[],
): ReadonlyMap<string, Card[]> {
  const once = [...new Map(cards.map((card) => [card.id, card])).values()];
  const sorted = once.toSorted((one, other) => one.rank - other.rank || (one.id < other.id ? -1 : 1));
  return new Map(stages.map(({ id }) => [id, sorted.filter(({ stage }) => stage.id === id)]));
}

/** The card below which another one comes to stand when it is put before `nextId`, or last; undefined is on top. */
export function cardAbove(
  column: readonly { id: string }[],
  id: string,
  nextId: string | undefined,
): string | undefined {
  const others = column.filter((card) => card.id !== id);
  const next = others.findIndex((card) => card.id === nextId);
  return next === 0 ? undefined : others.at(next - 1 < 0 ? -1 : next - 1)?.id;
}
