import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { MenuDocument } from '../menu/menu.ts';
import { useMay, useTenant } from '../session/viewer.tsx';
import { textIn } from '../words/text-in.ts';

interface Named {
  localId?: string | null;
  externalId?: string | null;
  /** As the sync knows it. */
  name?: string | null;
}

/** What an item or section that a sync is about is called on the menu; the name it came with, or its number, where the menu does not know it. */
export function useItemNames(isWanted = true): (named: Named) => string {
  const { i18n } = useTranslation();
  const { languages } = useTenant();
  const mayRead = useMay('menu:read');
  const [{ data }] = useQuery({ query: MenuDocument, requestPolicy: 'cache-first', pause: !mayRead || !isWanted });
  const sections = data?.viewer?.tenant?.menus.flatMap((menu) => menu.sections) ?? [];
  const named = [...sections, ...sections.flatMap(({ items }) => items)];
  return ({ localId, externalId, name }) => {
    const found = named.find(({ id }) => id === localId);
    return found ? textIn(found.names, [i18n.language, ...languages]) : name || (localId ?? externalId ?? '');
  };
}
