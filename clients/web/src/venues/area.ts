import { type Area, needs } from '../shell/area.ts';
import { rules } from './cache.ts';

export const venues: Area = {
  name: 'venues',
  path: '/venues',
  title: { en: 'Venues', es: 'Establecimientos', tr: 'Mekânlar' },
  icon: 'chart',
  scope: 'venue:read',
  feeds: () => import('./feeds.ts'),
  cache: [rules],
  find: () => import('./find.ts'),
  commands: [
    {
      path: '/venues/new',
      title: { en: 'New venue', es: 'Establecimiento nuevo', tr: 'Yeni mekân' },
      scope: 'venue:write',
    },
  ],
  places: { Venue: ({ id }) => `/venues/${id}` },
  undo: () => import('./undo.ts'),
  routes: [
    {
      path: '/venues',
      lazy: () => import('./VenuesPage.tsx'),
      children: [
        { path: 'new', handle: needs('venue:write'), lazy: () => import('./NewVenue.tsx') },
        { path: ':venueId', lazy: () => import('./VenuePanel.tsx') },
      ],
    },
  ],
  words: {
    en: () => import('./words/en.ts'),
    es: () => import('./words/es.ts'),
    tr: () => import('./words/tr.ts'),
  },
};
