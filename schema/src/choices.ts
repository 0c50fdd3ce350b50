/** How the price of a group comes of what was chosen in it. */
export enum PriceRule {
  ADD = 'ADD',
  HIGHEST = 'HIGHEST',
  AVERAGE = 'AVERAGE',
}

export interface ChoiceOption {
  id: string;
  price: number;
  available: boolean;
  /** How often it may be chosen; as often as one likes when left out. */
  maxQuantity?: number | null;
  /** What is to be chosen with it. */
  nested?: ChoiceGroup;
}

export interface ChoiceGroup {
  id: string;
  min: number;
  max?: number | null;
  /** How many cost nothing. */
  free: number;
  priceRule: PriceRule;
  options: readonly ChoiceOption[];
}

export interface Choice {
  optionId: string;
  quantity: number;
}

/** What is paid for one of a choice. The prices of a group's choices add up to the group's price, whatever its rule. */
export interface Chosen extends Choice {
  groupId: string;
  price: number;
}

/** Whether as much can be chosen from a group as it asks for. */
export function canChoose({ min, options }: ChoiceGroup): boolean {
  const most = options.filter(isLeft).reduce((sum, { maxQuantity }) => sum + (maxQuantity ?? Infinity), 0);
  return most >= min;
}

/** Whether an option is there, with all that has to be chosen with it. */
export function isLeft({ available, nested }: ChoiceOption): boolean {
  return available && (!nested || canChoose(nested));
}

/** The groups from which something may be chosen, each once: those given, and those that chosen options lead to. */
export function groupsAsked(groups: readonly ChoiceGroup[], quantities: ReadonlyMap<string, number>): ChoiceGroup[] {
  const asked = new Map<string, ChoiceGroup>();
  function ask(group: ChoiceGroup): void {
    if (asked.has(group.id)) return;
    asked.set(group.id, group);
    for (const { id, nested } of group.options) if (nested && quantities.has(id)) ask(nested);
  }
  for (const group of groups) ask(group);
  return [...asked.values()];
}

interface Unit {
  optionId: string;
  price: number;
}

/** The chosen options with what one of each costs; of free ones the cheapest cost nothing, whatever the order of the choices. */
export function priced(group: ChoiceGroup, quantities: ReadonlyMap<string, number>): Chosen[] {
  const units = group.options
    .flatMap(({ id, price }) => Array.from({ length: quantities.get(id) ?? 0 }, (): Unit => ({ optionId: id, price })))
    .toSorted((one, other) => other.price - one.price);
  const prices = rules[group.priceRule](
    units.map(({ price }) => price),
    group.free,
  );
  const chosen = new Map<string, Chosen>();
  for (const [place, { optionId }] of units.entries()) {
    const price = prices[place] ?? 0;
    const known = chosen.get(`${optionId} ${price}`);
    if (known) known.quantity += 1;
    else chosen.set(`${optionId} ${price}`, { optionId, groupId: group.id, price, quantity: 1 });
  }
  return [...chosen.values()];
}

/** What each unit is charged, the dearest first. */
const rules: Record<PriceRule, (prices: readonly number[], free: number) => number[]> = {
  [PriceRule.ADD]: (prices, free) => prices.map((price, place) => (place < prices.length - free ? price : 0)),
  [PriceRule.HIGHEST]: (prices) => prices.map((price, place) => (place === 0 ? price : 0)),
  [PriceRule.AVERAGE]: average,
};

/** Each unit at its part of the price, as half of a pizza; the sum is rounded once, half up, and the dearest carry what is left over. */
function average(prices: readonly number[]): number[] {
  const count = BigInt(prices.length);
  if (count === 0n) return [];
  const sum = prices.reduce((total, price) => total + BigInt(price), 0n);
  const parts = prices.map((price) => BigInt(price) / count);
  const rest = (2n * sum + count) / (2n * count) - parts.reduce((total, part) => total + part, 0n);
  return parts.map((part, place) => Number(BigInt(place) < rest ? part + 1n : part));
}
