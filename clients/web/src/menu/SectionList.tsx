import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useMay, useTenant } from '../session/viewer.tsx';
import { textIn } from '../words/text-in.ts';
import { ItemRow } from './ItemRow.tsx';
import type { MenuSection } from './menu.ts';
import classes from './SectionList.module.css';
import { type Filter, matches } from './search.ts';
import type { ItemActions } from './use-item-actions.ts';

interface SectionListProps {
  section: MenuSection;
  filter: Filter;
  openItemId: string | undefined;
  actions: ItemActions;
}

/** A section with those of its items that the filter lets through; nothing when a filter leaves none. */
export function SectionList({ section, filter, openItemId, actions }: SectionListProps) {
  const { t, i18n } = useTranslation();
  const { languages, currency } = useTenant();
  const { search } = useLocation();
  const mayWrite = useMay('menu:write');
  const isFiltered = filter.search.trim() !== '' || filter.show !== 'all';
  const items = section.items.filter((item) => matches(item, filter));
  if (isFiltered && items.length === 0) return null;
  const name = textIn(section.names, [i18n.language, ...languages]);

  return (
    <section aria-labelledby={section.id} className={classes.section}>
      <header className={classes.head}>
        <h2 id={section.id} className={classes.title}>
          {mayWrite ? (
            <Link to={{ pathname: `/menu/sections/${section.id}`, search }} className={classes.name}>
              {name}
            </Link>
          ) : (
            name
          )}
        </h2>
        <span className={classes.count}>{items.length}</span>
        {mayWrite && (
          <Anchor
            component={Link}
            size="sm"
            to={{
              pathname: '/menu/new',
              search: new URLSearchParams([...new URLSearchParams(search), ['section', section.id]]).toString(),
            }}
            aria-label={t('menu.newItemIn', { section: name })}
          >
            {t('menu.newItem')}
          </Anchor>
        )}
        <span className={classes.column}>{t('menu.priceIn', { currency })}</span>
        <span className={classes.column}>{t('state.soldOut')}</span>
      </header>
      {items.length === 0 ? (
        <p className={classes.none}>{t('menu.emptySection')}</p>
      ) : (
        <ul className={classes.list}>
          {items.map((item) => (
            <ItemRow
              key={item.id}
              item={item}
              section={section}
              isOpen={item.id === openItemId}
              isMovable={!isFiltered}
              actions={actions}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
