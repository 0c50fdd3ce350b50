import { problemOf } from '@mycelium/client-kit/problem';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CombinedError, useClient, useMutation } from 'urql';
import { localeOf } from '../money/money.ts';
import { useTenant } from '../session/viewer.tsx';
import { mistakeText } from '../words/refusal-text.ts';
import { changesOf, draftOf, type ItemDraft, type ItemField, isChanged, mistakesOf, rebase } from './item-draft.ts';
import { fieldOf } from './item-problem.ts';
import { type Item, ItemDocument } from './menu.ts';
import { UpdateItemDocument } from './use-price-edit.ts';

type Messages = Partial<Record<ItemField, string>>;

/** A form over an item that others may change meanwhile: it follows them, and tells where they touched the same field. */
export function useItemEdit(item: Item) {
  const { t } = useTranslation();
  const locale = localeOf(useTenant());
  const client = useClient();
  const [{ fetching: isSaving }, update] = useMutation(UpdateItemDocument);
  const [base, setBase] = useState(() => ({ version: item.version, draft: draftOf(item, locale) }));
  const [draft, setDraft] = useState(base.draft);
  const [messages, setMessages] = useState<Messages>({});
  const [error, setError] = useState<CombinedError>();

  if (item.version !== base.version) {
    const newest = draftOf(item, locale);
    const rebased = rebase(draft, base.draft, newest);
    setBase({ version: item.version, draft: newest });
    setDraft(rebased.draft);
    setMessages(Object.fromEntries(rebased.contested.map((field) => [field, contestedBy(newest, field)])));
  }

  function contestedBy(newest: ItemDraft, field: ItemField): string {
    const theirs = newest[field];
    return typeof theirs === 'string' ? t('item.contestedBy', { theirs }) : t('item.contested');
  }

  function change(changes: Partial<ItemDraft>) {
    setDraft((current) => ({ ...current, ...changes }));
    setMessages((current) => Object.fromEntries(Object.entries(current).filter(([field]) => !(field in changes))));
  }

  function reset() {
    setDraft(base.draft);
    setMessages({});
    setError(undefined);
  }

  /** True when it was saved. */
  async function save(): Promise<boolean> {
    const mistakes = Object.entries(mistakesOf(draft, item.price.currency));
    setMessages(Object.fromEntries(mistakes.map(([field, mistake]) => [field, t(`mistake.${mistake}`)])));
    setError(undefined);
    if (mistakes.length > 0) return false;
    const input = { version: base.version, ...changesOf(draft, base.draft, item.price.currency) };
    const { error: refusal } = await update({ id: item.id, input });
    if (!refusal) return true;
    const problem = problemOf(refusal);
    const field = fieldOf(problem);
    if (field) setMessages({ [field]: mistakeText(problem) });
    else setError(refusal);
    if (problem.code === 'CONFLICT')
      await client.query(ItemDocument, { id: item.id }, { requestPolicy: 'network-only' });
    return false;
  }

  return { draft, messages, error, isSaving, isChanged: isChanged(draft, base.draft), change, reset, save };
}
