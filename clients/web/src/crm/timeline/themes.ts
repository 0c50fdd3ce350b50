import type { TimelineEntryKind } from '../../generated/graphql.ts';

/** What entries are about, by which a timeline is narrowed: one choice of a dozen says more than one of forty. */
export const themes = {
  account: ['ACCOUNT_STAGE_CHANGED', 'ACCOUNT_GIVEN'],
  contacts: ['CONTACT_CREATED', 'CONTACT_REMOVED', 'CONTACT_RESTORED', 'CONTACTS_MERGED', 'MERGE_UNDONE'],
  notes: ['NOTE_WRITTEN', 'NOTE_REMOVED', 'NOTE_RESTORED'],
  activities: [
    ...(['ACTIVITY_CREATED', 'ACTIVITY_COMPLETED', 'ACTIVITY_REOPENED'] as const),
    ...(['ACTIVITY_REMOVED', 'ACTIVITY_RESTORED'] as const),
  ],
  partners: [
    ...(['PARTNER_REGISTERED', 'PARTNER_REMOVED', 'PARTNER_RESTORED'] as const),
    ...(['COMMISSION_UPDATED', 'REFERRAL_COMPLETED', 'COMMISSION_PROCESSED'] as const),
  ],
  opportunities: [
    ...(['OPPORTUNITY_CREATED', 'OPPORTUNITY_MOVED', 'OPPORTUNITY_WON'] as const),
    ...(['OPPORTUNITY_LOST', 'OPPORTUNITY_REMOVED', 'OPPORTUNITY_RESTORED'] as const),
  ],
  credits: ['CREDIT_ALLOCATED', 'CREDIT_CONSUMED'],
  people: ['MEMBER_JOINED', 'MEMBER_CHANGED', 'MEMBER_LEFT', 'EMPLOYEE_UPDATED', 'BENEFITS_UPDATED'],
  orders: ['FIRST_ORDER'],
  services: ['SERVICE_ON', 'SERVICE_PAUSED', 'SERVICE_OFF', 'SERVICE_CHANGED', 'SYNC_FAILED', 'SYNC_RECOVERED'],
  alerts: ['ALERT_RAISED', 'ALERT_RECOVERED'],
  imports: ['IMPORT_APPLIED', 'IMPORT_UNDONE', 'CONTACT_IMPORTED', 'CONTACT_IMPORT_UPDATED'],
} satisfies Record<string, readonly TimelineEntryKind[]>;

export type Theme = keyof typeof themes;

export const themeNames = Object.keys(themes) as readonly Theme[];
