import { type Area, needs } from '../shell/area.ts';
import { rules } from './cache.ts';

export const people: Area = {
  name: 'people',
  path: '/people',
  title: { en: 'People', es: 'Personas', tr: 'Kişiler' },
  icon: 'person',
  scope: 'people:read',
  feeds: () => import('./feeds.ts'),
  cache: [rules],
  commands: [
    {
      path: '/people/invite',
      title: { en: 'Invite somebody', es: 'Invitar a alguien', tr: 'Birini davet et' },
      scope: 'people:write',
    },
  ],
  find: () => import('./find.ts'),
  concerns: () => import('./concerns.ts'),
  places: { Membership: ({ id }) => `/people/${id}` },
  routes: [
    {
      path: '/people',
      lazy: () => import('./PeoplePage.tsx'),
      children: [
        { path: 'invite', handle: needs('people:write'), lazy: () => import('./Invite.tsx') },
        { path: ':membershipId', lazy: () => import('./MemberPanel.tsx') },
      ],
    },
  ],
  words: {
    en: () => import('./words/en.ts'),
    es: () => import('./words/es.ts'),
    tr: () => import('./words/tr.ts'),
  },
};
