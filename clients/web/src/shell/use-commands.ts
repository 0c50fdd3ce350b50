import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import type { IconName } from '../look/Icon.tsx';
import { MenuDocument } from '../menu/menu.ts';
import { matches } from '../menu/search.ts';
import { formatMoney, localeOf } from '../money/money.ts';
import { useViewer } from '../session/viewer.tsx';
import { textIn } from '../words/text-in.ts';
import { areas } from './areas.ts';

interface Command {
  path: string;
  label: string;
  detail: string;
  icon: IconName;
}

const MOST_ITEMS = 12;

/** What can be gone to or done, narrowed by what was typed. */
export function useCommands(search: string): Command[] {
  const { t, i18n } = useTranslation();
  const { viewer, tenant } = useViewer();
  const may = (scope: string) => viewer.scopes.includes(scope);
  const [{ data }] = useQuery({ query: MenuDocument, requestPolicy: 'cache-first', pause: !may('menu:read') });

  const pages: Command[] = [
    ...areas
      .filter(({ scope }) => may(scope))
      .map(({ path, name, icon }) => ({ path, label: t(`area.${name}`), detail: t('command.goTo'), icon })),
    ...(may('menu:write')
      ? [{ path: '/menu/new', label: t('menu.newItem'), detail: t('command.do'), icon: 'plus' as const }]
      : []),
    ...(may('display:write')
      ? [{ path: '/screens/pair', label: t('screens.pair'), detail: t('command.do'), icon: 'plus' as const }]
      : []),
    ...(may('board:write')
      ? [{ path: '/screens/boards/new', label: t('boards.new'), detail: t('command.do'), icon: 'plus' as const }]
      : []),
  ].filter(({ label }) => matches({ names: [{ locale: '', text: label }], available: true }, { search, show: 'all' }));
  if (search.trim() === '') return pages;

  const found = (data?.viewer?.tenant?.menus ?? [])
    .flatMap(({ sections }) => sections.flatMap(({ items }) => items))
    .filter((item) => matches(item, { search, show: 'all' }))
    .slice(0, MOST_ITEMS);
  const items = found.map((item) => ({
    path: `/menu/${item.id}`,
    label: textIn(item.names, [i18n.language, ...tenant.languages]),
    detail: item.available ? formatMoney(item.price, localeOf(tenant)) : t('menu.soldOut'),
    icon: 'menu' as const,
  }));
  return [...pages, ...items];
}
