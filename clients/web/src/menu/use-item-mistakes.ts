import { useTranslation } from 'react-i18next';
import { mistakesIn } from '../graph/mistakes.ts';
import type { Draft } from '../graph/use-draft.ts';
import type { Write } from '../graph/use-write.ts';
import { type ItemDraft, type ItemField, mistakesOf } from './item-draft.ts';

/** What the graph calls a field of the form, where it is not the same. */
const inputs: Partial<Record<string, string>> = { names: 'name', descriptions: 'description' };

/** What to say at each field of an item, and whether the form itself sees a mistake. */
export function useItemMistakes(draft: Draft<ItemDraft>, write: Pick<Write, 'mistakeAt'>, currency: string) {
  const { t } = useTranslation();
  const own = Object.entries(mistakesOf(draft.fields, currency)).map(([field, mistake]) => [
    field,
    t(`mistake.${mistake}`),
  ]);
  const refused = { mistakeAt: (field: string) => write.mistakeAt(inputs[field] ?? field) };
  const messages: Partial<Record<ItemField, string>> = Object.fromEntries(own);
  return { hasMistakes: own.length > 0, mistakeAt: mistakesIn(draft, refused, messages) };
}
