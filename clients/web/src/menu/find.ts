import { formatMoney, localeOf } from '../money/money.ts';
import type { Command, Find } from '../shell/area.ts';
import { textIn } from '../words/text-in.ts';
import { words } from '../words/words.ts';
import { MenuDocument } from './menu.ts';
import { matches } from './search.ts';

const MOST = 12;

/** Items by their name in any language. */
export const find: Find = async ({ text, client, tenant, language }) => {
  const { data } = await client.query(MenuDocument, {}, { requestPolicy: 'cache-first' });
  const items = (data?.viewer?.tenant?.menus ?? []).flatMap(({ sections }) => sections.flatMap(({ items }) => items));
  return items
    .filter((item) => matches(item, { search: text, show: 'all' }))
    .slice(0, MOST)
    .map(
      (item): Command => ({
        path: `/menu/${item.id}`,
        label: textIn(item.names, [language, ...tenant.languages]),
        detail: item.available ? formatMoney(item.price, localeOf(tenant)) : words.t('state.soldOut'),
        icon: 'menu',
      }),
    );
};
