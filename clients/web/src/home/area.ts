import { replace } from 'react-router';
import type { Area } from '../shell/area.ts';

/** The first page: what needs somebody now, over all areas. */
export const home: Area = {
  name: 'home',
  path: '/',
  title: { en: 'Home', es: 'Inicio', tr: 'Ana sayfa' },
  icon: 'pulse',
  speaksForAll: true,
  gathersConcerns: true,
  shape: ['list', 'tiles'],
  routes: [
    { index: true, lazy: () => import('./HomePage.tsx') },
    { path: '/overview', loader: () => replace('/') },
  ],
  words: {
    en: () => import('./words/en.ts'),
    es: () => import('./words/es.ts'),
    tr: () => import('./words/tr.ts'),
  },
};
