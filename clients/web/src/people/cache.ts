import { relayPagination } from '@urql/exchange-graphcache/extras';
import { cacheRules } from '../graph/cache-rules.ts';

export const rules = cacheRules({
  views: ['Tenant.members', 'Tenant.invitations'],
  on: { peopleChanged: ({ invitationId }) => (invitationId ? 'invitations' : 'members') },
  resolvers: { Tenant: { members: relayPagination() } },
});
