import { cacheRules } from '../graph/cache-rules.ts';

export const rules = cacheRules({
  views: ['Tenant.members', 'Tenant.invitations'],
  things: { membership: 'Membership' },
  on: {
    peopleChanged: ({ invitationId }) => (invitationId ? 'invitations' : 'members'),
    removeMember: 'members',
    inviteMember: 'invitations',
    resendInvitation: 'invitations',
    revokeInvitation: 'invitations',
  },
});
