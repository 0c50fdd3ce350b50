import { expect, test } from 'vitest';
import { amountOf, changedOpportunityOf, newOpportunity, opportunityInputOf } from './opportunity-draft.ts';

const draft = { ...newOpportunity('MXN', 'me'), title: ' Wedding ', contacts: [{ id: 'a', name: 'Ada' }] };

test('what is left empty is nothing, and an amount is in minor units', () => {
  expect(opportunityInputOf(draft)).toEqual({
    ...{ title: 'Wedding', amount: null, expectedClose: null, ownerId: 'me', contactIds: ['a'], tags: [] },
  });
  expect(opportunityInputOf({ ...draft, amount: '1,234.50' }).amount).toEqual({ amount: 123_450, currency: 'MXN' });
  expect(amountOf({ ...draft, amount: 'much' })).toBe('notANumber');
});

test('only what was changed is written; a currency goes with its amount', () => {
  const now = { ...draft, amount: '5', currency: 'USD' };
  expect(changedOpportunityOf(now, { currency: 'USD' }, 3)).toEqual({
    ...{ version: 3, amount: { amount: 500, currency: 'USD' } },
  });
  expect(changedOpportunityOf(draft, { contacts: draft.contacts }, 3)).toEqual({ version: 3, contactIds: ['a'] });
});
