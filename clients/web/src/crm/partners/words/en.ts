export const done = {
  registerPartner: 'Registered a partner',
  updatePartner: 'Changed a partner',
  removePartner: 'Removed a partner',
  restorePartner: 'Restored a partner',
  setCommission: 'Set a commission',
  completeReferral: 'Paid out a referral',
  processCommission: 'Booked a commission',
} as const;

export const told = {
  noun: {
    Partner: 'Partner',
  },
  field: {
    Partner: { side: 'book', status: 'status', affiliateAccountId: 'affiliate account', registeredAt: 'registered' },
  },
  sentence: {
    Partner: {
      CREATED: '{{who}} registered a partner',
      removedAt: '{{who}} removed a partner',
      removedAt_none: '{{who}} restored a partner',
    },
  },
} as const;
