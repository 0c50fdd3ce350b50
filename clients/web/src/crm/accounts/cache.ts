import { cacheRules } from '../../graph/cache-rules.ts';

export const rules = cacheRules({
  lists: [],
  views: ['Query.accounts', 'Account.notes', 'Account.activities', 'Account.timeline', 'Account.trend'],
  things: { account: 'Account' },
  on: {
    updateAccount: ['accounts', 'timeline', 'trend'],
    accountChanged: ['accounts', 'notes', 'activities', 'timeline', 'trend'],
  },
});
