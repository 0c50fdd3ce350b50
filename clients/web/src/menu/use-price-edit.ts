import type { Problem } from '@mycelium/client-kit/problem';
import { useRef, useState } from 'react';
import { useClient } from 'urql';
import { graphql } from '../generated/gql.ts';
import { useWrite } from '../graph/use-write.ts';
import { formatAmount, formatMoney, type Money, parseMoney } from '../money/money.ts';
import { mistakeText } from '../words/refusal-text.ts';
import { words } from '../words/words.ts';
import { type Item, ItemDocument } from './menu.ts';

export const UpdateItemDocument = graphql(`
  mutation UpdateItem($id: ID!, $input: UpdateMenuItemInput!) {
    updateMenuItem(id: $id, input: $input) {
      ...MenuRow
    }
  }
`);

/** What of an item an edit began with: only a price that is still the same may be replaced without asking. */
type Base = Pick<Item, 'price' | 'version'>;

/** The life of an edited price: typed, checked, shown as saved at once, and given back with a reason when it was refused. */
export function usePriceEdit(item: Item, locale: string, onSaved: (before: Money, after: Item) => void) {
  const client = useClient();
  const refusal = useRef<Problem>(undefined);
  const { write: update } = useWrite(UpdateItemDocument, (problem) => {
    refusal.current = problem;
  });
  const [draft, setDraft] = useState<string>();
  const [base, setBase] = useState<Base>(item);
  const [message, setMessage] = useState<string>();
  const [isSaving, setSaving] = useState(false);

  function type(text: string) {
    if (draft === undefined) setBase(item);
    setDraft(text);
    setMessage(undefined);
  }

  function cancel() {
    setDraft(undefined);
    setMessage(undefined);
  }

  async function submit() {
    if (draft === undefined || isSaving) return;
    const price = parseMoney(draft, item.price.currency);
    if (typeof price === 'string') return setMessage(words.t(`mistake.${price}`));
    if (price.amount === item.price.amount) return cancel();
    setSaving(true);
    cancel();
    const why = await save(price, base);
    setSaving(false);
    if (why === undefined) return;
    setDraft(draft);
    setMessage(why);
  }

  /** Undefined when it was saved, else why not. */
  async function save(price: Money, against: Base): Promise<string | undefined> {
    const saved = await update({ id: item.id, input: { version: against.version, price } });
    if (saved) {
      onSaved(against.price, saved.updateMenuItem);
      return undefined;
    }
    const problem = refusal.current;
    if (!problem) return undefined;
    if (problem.code === 'BAD_USER_INPUT') return mistakeText(problem);
    if (problem.code !== 'CONFLICT')
      return `${words.t(`trouble.${problem.code}.title`)} ${problem.correlationId ?? ''}`.trim();
    const { data } = await client.query(ItemDocument, { id: item.id }, { requestPolicy: 'network-only' });
    const newest = data?.menuItem;
    if (!newest) return words.t('trouble.NOT_FOUND.title');
    if (newest.price.amount === against.price.amount && newest.version !== against.version) return save(price, newest);
    setBase(newest);
    return words.t('menu.priceConflict', {
      theirs: formatMoney(newest.price, locale),
      mine: formatMoney(price, locale),
    });
  }

  return {
    text: draft ?? formatAmount(item.price, locale),
    isEditing: draft !== undefined,
    message,
    isSaving,
    type,
    cancel,
    submit,
  };
}
