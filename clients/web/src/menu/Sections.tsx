import { startTransition, useEffect, useState } from 'react';
import type { MenuSection } from './menu.ts';
import { SectionList } from './SectionList.tsx';
import { type Filter, matches } from './search.ts';
import type { ItemActions } from './use-item-actions.ts';

/** More than fit into a window: they are drawn first, and the text of the others right behind them. */
const AT_FIRST = 16;

interface SectionsProps {
  sections: readonly MenuSection[];
  filter: Filter;
  /** Those of the business. */
  taxes: readonly { taxClasses: readonly string[] }[];
  openItemId: string | undefined;
  chosen: ReadonlySet<string> | undefined;
  onChoose: (id: string, isRange: boolean) => void;
  actions: ItemActions;
}

/** All sections with those of their items that the filter lets through; without those of which a filter leaves nothing. */
export function Sections({ sections, filter, taxes, openItemId, chosen, onChoose, actions }: SectionsProps) {
  const [isWhole, setWhole] = useState(false);
  useEffect(() => startTransition(() => setWhole(true)), []);
  const isFiltered = filter.search.trim() !== '' || filter.show !== 'all';
  const shown = sections
    .map((section) => ({ section, items: section.items.filter((item) => matches(item, filter)) }))
    .filter(({ items }) => !isFiltered || items.length > 0);

  return shown.map(({ section, items }, place) => (
    <SectionList
      key={section.id}
      section={section}
      items={items}
      isWhole={isWhole}
      atOnce={AT_FIRST - countOf(shown.slice(0, place))}
      isFiltered={isFiltered}
      taxes={taxes}
      openItemId={openItemId}
      chosen={chosen}
      onChoose={onChoose}
      actions={actions}
    />
  ));
}

function countOf(sections: readonly { items: readonly unknown[] }[]): number {
  return sections.reduce((count, { items }) => count + items.length, 0);
}
