import { type ChoiceGroup, canChoose, groupsAsked, type PriceRule, priced } from '@mycelium/schema/choices';
import type { Amount } from '@mycelium/schema/decimal';
import { isIn } from '@mycelium/schema/hours';
import type { Channel } from '../../generated/graphql.ts';
import { dateFormat } from '../../words/formats.ts';
import type { Group, Item, Menu, Section } from './menu.ts';

/** Where, how and when something is sold; the menu is that of the location. */
export interface Counter {
  timeZone: string;
  channel: Channel;
  /** Milliseconds since the epoch. */
  now: number;
}

/** An item as it is sold there now. */
export interface OfferedItem {
  item: Item;
  price: Amount;
  /** Why it cannot be sold. */
  off?: 'SOLD_OUT' | 'OTHER_HOURS';
  /** How many are left, where somebody counts. */
  left?: number;
}

export interface OfferedSection {
  section: Section;
  items: OfferedItem[];
}

/** What is sold at a counter: what is not on its menu, or not sold in this way, is left out; what is sold out stays, and says so. */
export function offeredAt(menu: Menu, counter: Counter): OfferedSection[] {
  return menu.sections
    .filter((section) => isSoldBy(section, counter))
    .map((section) => ({
      section,
      items: section.items
        .filter((item) => isSoldBy(item, counter) && !item.atLocation?.hidden)
        .map((item) => offeredItem(item, section, menu, counter)),
    }))
    .filter(({ items }) => items.length > 0);
}

export function itemById({ sections }: Menu, id: string): Item | undefined {
  for (const { items } of sections) {
    const item = items.find((each) => each.id === id);
    if (item) return item;
  }
  return undefined;
}

/** What an item costs at the location. */
function priceOf({ atLocation, price }: Item): Amount {
  return atLocation?.price ?? price;
}

function offeredItem(item: Item, section: Section, menu: Menu, counter: Counter): OfferedItem {
  const place = item.atLocation;
  const left = place?.portionsLeft ?? item.portionsLeft ?? undefined;
  const isThere = item.available && place?.available !== false && left !== 0;
  const off =
    !isThere || !choicesOf(menu, item).every(canChoose)
      ? 'SOLD_OUT'
      : isNow(section, counter) && isNow(item, counter)
        ? undefined
        : 'OTHER_HOURS';
  return {
    item,
    price: priceOf(item),
    ...(off && { off }),
    ...(left !== undefined && { left }),
  };
}

function isSoldBy({ channels }: Pick<Section, 'channels'>, { channel }: Counter): boolean {
  return channels.length === 0 || channels.includes(channel);
}

function isNow({ dayParts }: Pick<Section, 'dayParts'>, { now, timeZone }: Counter): boolean {
  if (dayParts.length === 0) return true;
  const { day, time } = clockAt(now, timeZone);
  return dayParts.some((hours) => isIn(hours, day, time));
}

const shortDays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** What the clocks of a place show: the day of the week, 1 for Monday, and the time. */
function clockAt(now: number, timeZone: string): { day: number; time: string } {
  const format = dateFormat('en-US', {
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  });
  const parts = new Map(format.formatToParts(now).map(({ type, value }) => [type, value]));
  return {
    day: shortDays.indexOf(parts.get('weekday') ?? '') + 1,
    time: `${parts.get('hour')}:${parts.get('minute')}`,
  };
}

/** The groups from which guests choose with an item, with what is nested in them. */
export function choicesOf({ groups }: Menu, item: Item): ChoiceGroup[] {
  return item.modifierGroups.flatMap(({ id }) => choiceOf(groups, id) ?? []);
}

function choiceOf(groups: readonly Group[], id: string): ChoiceGroup | undefined {
  const group = groups.find((each) => each.id === id);
  if (!group) return undefined;
  const { min, max, free, priceRule, options } = group;
  return {
    ...{ id, min, max, free, priceRule: priceRule as PriceRule },
    options: options.map(({ id: optionId, price, available, maxQuantity, nested }) => {
      const inner = nested ? choiceOf(groups, nested.id) : undefined;
      return { id: optionId, price: price.amount, available, maxQuantity, ...(inner && { nested: inner }) };
    }),
  };
}

/** What was chosen, by the id of the option. */
export type Quantities = ReadonlyMap<string, number>;

/** What one of an item costs with what was chosen, by the menu. */
export function unitPriceOf(menu: Menu, item: Item, quantities: Quantities): number {
  const groups = groupsAsked(choicesOf(menu, item), quantities);
  const chosen = groups.flatMap((group) => priced(group, quantities));
  return chosen.reduce((sum, { price, quantity }) => sum + price * quantity, priceOf(item).amount);
}
