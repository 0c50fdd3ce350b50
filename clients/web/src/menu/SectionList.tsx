import { Anchor } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { Grip } from '../order/Grip.tsx';
import { draggable, placeFor } from '../order/rows.ts';
import { useMay, useTenant } from '../session/viewer.tsx';
import { textIn } from '../words/text-in.ts';
import { ItemRow } from './ItemRow.tsx';
import type { Item, MenuSection } from './menu.ts';
import classes from './SectionList.module.css';
import { isUntaxed } from './sale/tax-class.ts';
import type { ItemActions } from './use-item-actions.ts';

interface SectionListProps {
  section: MenuSection;
  /** Those that the filter lets through. */
  items: readonly Item[];
  /** Whether the others are drawn too by now. */
  isWhole: boolean;
  /** How many of them are in the window as it opens; the others are no more than their text before they come near it. */
  atOnce: number;
  isFiltered: boolean;
  /** Those of the business. */
  taxes: readonly { taxClasses: readonly string[] }[];
  openItemId: string | undefined;
  chosen: ReadonlySet<string> | undefined;
  onChoose: (id: string, isRange: boolean) => void;
  actions: ItemActions;
}

/** A section with those of its items that are asked for. */
export function SectionList({
  section,
  items,
  isWhole,
  atOnce,
  isFiltered,
  taxes,
  openItemId,
  chosen,
  onChoose,
  actions,
}: SectionListProps) {
  const { t, i18n } = useTranslation();
  const { languages: own, currency } = useTenant();
  const languages = useMemo(() => [i18n.language, ...own], [i18n.language, own]);
  const { search } = useLocation();
  const mayWrite = useMay('menu:write');
  const name = textIn(section.names, languages);
  const isArranged = mayWrite && !isFiltered;

  return (
    <section
      aria-labelledby={section.id}
      className={classes.section}
      {...(isArranged && draggable('section', section.menu.id, section.id, name))}
    >
      <header className={classes.head}>
        {isArranged && (
          <span className={classes.grip}>
            <Grip />
          </span>
        )}
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
        <p className={classes.none} {...placeFor('item', section.id)}>
          {t('menu.emptySection')}
        </p>
      ) : (
        <ul className={classes.list} {...placeFor('item', section.id)}>
          {(isWhole ? items : items.slice(0, Math.max(0, atOnce))).map((item, place) => (
            <ItemRow
              key={item.id}
              item={item}
              section={section}
              isAtOnce={place < atOnce}
              isOpen={item.id === openItemId}
              isMovable={!isFiltered}
              isUntaxed={isUntaxed(item.taxClass, taxes)}
              search={search}
              isChosen={chosen?.has(item.id)}
              onChoose={onChoose}
              actions={actions}
              t={t}
              languages={languages}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
