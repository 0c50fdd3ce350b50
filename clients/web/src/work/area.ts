import type { Area } from '../shell/area.ts';

export const work: Area = {
  name: 'work',
  path: '/work',
  title: { en: 'Background work', es: 'Segundo plano', tr: 'Arka plan' },
  icon: 'clock',
  scope: 'work:read',
  concerns: () => import('./concerns.ts'),
  routes: [
    {
      path: '/work',
      lazy: () => import('./WorkPage.tsx'),
      children: [{ path: ':kind', lazy: () => import('./QueuePanel.tsx') }],
    },
  ],
  words: {
    en: () => import('./words/en.ts'),
    es: () => import('./words/es.ts'),
    tr: () => import('./words/tr.ts'),
  },
};
