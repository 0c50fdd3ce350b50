import type { Area } from '../shell/area.ts';
import { rules } from './cache.ts';

export const services: Area = {
  name: 'services',
  path: '/services',
  title: { en: 'Services', es: 'Servicios', tr: 'Hizmetler' },
  icon: 'plug',
  scope: 'service:read',
  feeds: () => import('./feeds.ts'),
  cache: [rules],
  find: () => import('./find.ts'),
  places: { ProductService: ({ name }) => `/services/${name ?? ''}` },
  undo: () => import('./undo.ts'),
  routes: [
    {
      path: '/services',
      lazy: () => import('./ServicesPage.tsx'),
      children: [{ path: ':product', lazy: () => import('./ServicePanel.tsx') }],
    },
  ],
  words: {
    en: () => import('./words/en.ts'),
    es: () => import('./words/es.ts'),
    tr: () => import('./words/tr.ts'),
  },
};
