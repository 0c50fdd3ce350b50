import type { Area } from '../shell/area.ts';
import { rules } from './cache.ts';

export const account: Area = {
  name: 'account',
  path: '/account',
  title: { en: 'Account', es: 'Cuenta', tr: 'Hesap' },
  icon: 'person',
  isListed: false,
  cache: [rules],
  shape: ['list', 'form'],
  routes: [{ path: '/account', lazy: () => import('./AccountPage.tsx') }],
  words: {
    en: () => import('./words/en.ts'),
    es: () => import('./words/es.ts'),
    tr: () => import('./words/tr.ts'),
  },
};
