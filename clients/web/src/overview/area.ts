import type { Area } from '../shell/area.ts';

export const overview: Area = {
  name: 'overview',
  path: '/overview',
  title: { en: 'Overview', es: 'Resumen', tr: 'Genel bakış' },
  icon: 'pulse',
  scope: 'display:read',
  routes: [{ path: '/overview', lazy: () => import('./OverviewPage.tsx') }],
  words: {
    en: () => import('./words/en.ts'),
    es: () => import('./words/es.ts'),
    tr: () => import('./words/tr.ts'),
  },
};
