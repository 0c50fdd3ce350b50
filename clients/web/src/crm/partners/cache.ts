import { cacheRules } from '../../graph/cache-rules.ts';

export const rules = cacheRules({
  lists: ['Tenant.partners'],
  views: ['Partner.payouts', 'Contact.partner'],
  things: { partner: 'Partner' },
  on: {
    registerPartner: ['partners', 'partner'],
    removePartner: 'partners',
    restorePartner: ['partners', 'partner'],
    completeReferral: 'payouts',
    processCommission: 'payouts',
    partnerChanged: ['partners', 'payouts', 'partner'],
  },
});
