import { problemOf } from '@mycelium/client-kit/problem';
import type { Client } from 'urql';
import { graphql } from '../generated/gql.ts';
import { showTroubleInstead, showUndo } from '../look/notify.tsx';
import { formatMoney, localeOf, type Money, parseMoney, plainMoney } from '../money/money.ts';
import type { Command, Find } from '../shell/area.ts';
import { isNamed } from '../words/named.ts';
import { textIn } from '../words/text-in.ts';
import { words } from '../words/words.ts';
import { type Item, MenuDocument } from './menu.ts';
import { spokenIn } from './spoken.ts';

const MOST = 12;

const SayAvailabilityDocument = graphql(`
  mutation SayAvailability($id: ID!, $available: Boolean!) {
    setMenuItemAvailability(id: $id, available: $available) {
      ...MenuRow
    }
  }
`);

const SayPriceDocument = graphql(`
  mutation SayPrice($id: ID!, $input: UpdateMenuItemInput!) {
    updateMenuItem(id: $id, input: $input) {
      ...MenuRow
    }
  }
`);

/** Items and sections by their names in any language, and what can be done to an item at once: `86 lengua`, `price al pastor 4.50`. */
export const find: Find = async ({ text, client, viewer, tenant, language }) => {
  const { data } = await client.query(MenuDocument, {}, { requestPolicy: 'cache-first' });
  const sections = (data?.viewer?.tenant?.menus ?? []).flatMap((menu) => menu.sections);
  const items = sections.flatMap((section) => section.items);
  const nameOf = ({ names }: Pick<Item, 'names'>) => textIn(names, [language, ...tenant.languages]);
  const answering = <Thing extends Pick<Item, 'names'>>(things: readonly Thing[], search: string) =>
    things.filter(({ names }) => names.some((name) => isNamed(name.text, search))).slice(0, MOST);
  const locale = localeOf(tenant);

  const spoken = spokenIn(text);
  if (spoken?.act === 'sold-out' && viewer.scopes.includes('menu:availability')) {
    return answering(items, spoken.name).map((item) => soldOutCommand(client, item, nameOf(item)));
  }
  if (spoken?.act === 'price' && viewer.scopes.includes('menu:write')) {
    return answering(items, spoken.name).flatMap((item) => {
      const price = parseMoney(spoken.amount, item.price.currency);
      return typeof price === 'string' ? [] : [priceCommand(client, item, nameOf(item), price, locale)];
    });
  }
  return [
    ...answering(items, text).map(
      (item): Command => ({
        key: item.id,
        path: `/menu/${item.id}`,
        label: nameOf(item),
        detail: item.available ? formatMoney(item.price, locale) : words.t('state.soldOut'),
        icon: 'menu',
      }),
    ),
    ...answering(sections, text).map(
      (section): Command => ({
        key: section.id,
        path: `/menu/sections/${section.id}`,
        label: nameOf(section),
        detail: words.t('area.menu'),
        icon: 'menu',
      }),
    ),
  ];
};

function soldOutCommand(client: Client, { id, available }: Item, name: string): Command {
  const say = async (isThere: boolean) => {
    const { error } = await client.mutation(SayAvailabilityDocument, { id, available: isThere });
    if (error) showTroubleInstead(`availability-${id}`, problemOf(error));
    return !error;
  };
  return {
    key: `${available ? 'sold out' : 'back'} ${id}`,
    label: words.t(available ? 'command.soldOut' : 'command.back', { name }),
    detail: words.t('command.do'),
    icon: 'check',
    async run() {
      if (!(await say(!available))) return;
      const message = words.t(available ? 'command.isSoldOut' : 'command.isBack', { name });
      showUndo(`availability-${id}`, message, () => void say(available));
    },
  };
}

function priceCommand(client: Client, item: Item, name: string, price: Money, locale: string): Command {
  const say = async (to: Money, version: number) => {
    const { data, error } = await client.mutation(SayPriceDocument, {
      id: item.id,
      input: { version, price: plainMoney(to) },
    });
    if (error) showTroubleInstead(`price-${item.id}`, problemOf(error));
    return data?.updateMenuItem.version;
  };
  const from = formatMoney(item.price, locale);
  const to = formatMoney(price, locale);
  return {
    key: `price ${item.id}`,
    label: words.t('command.setPrice', { name, from, to }),
    detail: words.t('command.do'),
    icon: 'check',
    async run() {
      const version = await say(price, item.version);
      if (version === undefined) return;
      showUndo(`price-${item.id}`, words.t('command.priceIs', { name, to }), () => void say(item.price, version));
    },
  };
}
