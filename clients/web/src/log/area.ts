import type { Area } from '../shell/area.ts';
import { rules } from './cache.ts';

export const log: Area = {
  name: 'log',
  path: '/log',
  title: { en: 'Log', es: 'Registro', tr: 'İşlem günlüğü' },
  icon: 'log',
  scope: 'audit:read',
  speaksForAll: true,
  feeds: () => import('./feeds.ts'),
  cache: [rules],
  shape: ['filter', 'list'],
  routes: [{ path: '/log', lazy: () => import('./LogPage.tsx') }],
  words: {
    en: () => import('./words/en.ts'),
    es: () => import('./words/es.ts'),
    tr: () => import('./words/tr.ts'),
  },
};
