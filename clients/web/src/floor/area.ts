import type { Area } from '../shell/area.ts';

export const floor: Area = {
  name: 'floor',
  path: '/floor',
  title: { en: 'Floor', es: 'Salón', tr: 'Salon' },
  icon: 'table',
  scope: 'order:read',
  isListed: false,
  routes: [],
  words: {
    en: () => import('./words/en.ts'),
    es: () => import('./words/es.ts'),
    tr: () => import('./words/tr.ts'),
  },
};
