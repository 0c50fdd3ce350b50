import type { CreateOpportunityInput, UpdateOpportunityInput } from '../../generated/graphql.ts';
import { formatAmount, type Money, type MoneyMistake, parseMoney } from '../../money/money.ts';
import type { Opportunity } from './opportunities.ts';

/** An opportunity as it stands in a form. */
export interface OpportunityDraft {
  title: string;
  /** As it is typed; empty for none. */
  amount: string;
  currency: string;
  /** A day as the browser's field gives it. */
  expectedClose: string;
  /** By user id; empty for nobody. */
  ownerId: string;
  contacts: readonly { id: string; name: string }[];
  tags: readonly string[];
}

export function newOpportunity(currency: string, ownerId: string): OpportunityDraft {
  return { title: '', amount: '', currency, expectedClose: '', ownerId, contacts: [], tags: [] };
}

export function draftOfOpportunity(opportunity: Opportunity, currency: string, locale: string): OpportunityDraft {
  const { title, amount, expectedClose, ownerId, contacts, tags } = opportunity;
  return {
    ...{ title, amount: amount ? formatAmount(amount, locale) : '', currency: amount?.currency ?? currency },
    ...{ expectedClose: expectedClose ?? '', ownerId: ownerId ?? '', tags },
    contacts: contacts.map(({ id, name }) => ({ id, name })),
  };
}

/** The amount of a draft: null for none, or what is wrong with it. */
export function amountOf({ amount, currency }: OpportunityDraft): Money | MoneyMistake | null {
  return amount.trim() === '' ? null : parseMoney(amount, currency);
}

/** What a draft says, as the graph wants it; its amount must be right. */
export function opportunityInputOf(
  draft: OpportunityDraft,
): Omit<CreateOpportunityInput, 'pipelineId' | 'stageId' | 'reason'> {
  const { title, expectedClose, ownerId, contacts, tags } = draft;
  const amount = amountOf(draft);
  return {
    ...{ title: title.trim(), amount: typeof amount === 'string' ? null : amount },
    ...{ expectedClose: expectedClose || null, ownerId: ownerId || null },
    ...{ contactIds: contacts.map(({ id }) => id), tags: [...tags] },
  };
}

/** Only what was changed. */
export function changedOpportunityOf(
  draft: OpportunityDraft,
  changes: Partial<OpportunityDraft>,
  version: number,
): UpdateOpportunityInput {
  const fields = new Set<string>(Object.keys(changes));
  if (fields.has('contacts')) fields.add('contactIds');
  if (fields.has('currency')) fields.add('amount');
  const changed = Object.entries(opportunityInputOf(draft)).filter(([field]) => fields.has(field));
  return { version, ...Object.fromEntries(changed) };
}
