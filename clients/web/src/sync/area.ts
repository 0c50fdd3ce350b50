import type { Area } from '../shell/area.ts';
import { rules } from './cache.ts';

export const sync: Area = {
  name: 'sync',
  path: '/sync',
  title: { en: 'Sync', es: 'Sincronización', tr: 'Senkronizasyon' },
  icon: 'sync',
  scope: 'sync:read',
  feeds: () => import('./feeds.ts'),
  badge: () => import('./ConflictCount.tsx'),
  cache: [rules],
  pages: [{ path: '/sync/conflicts', title: { en: 'Conflicts', es: 'Conflictos', tr: 'Çakışmalar' } }],
  find: () => import('./find.ts'),
  concerns: () => import('./concerns.ts'),
  places: { TenantSync: ({ id }) => `/sync/${id}`, SyncConflict: () => '/sync/conflicts' },
  routes: [
    {
      path: '/sync',
      lazy: () => import('./SyncPage.tsx'),
      children: [
        { path: 'conflicts', lazy: () => import('./ConflictsPanel.tsx') },
        { path: ':syncId', lazy: () => import('./SyncPanel.tsx') },
      ],
    },
  ],
  words: {
    en: () => import('./words/en.ts'),
    es: () => import('./words/es.ts'),
    tr: () => import('./words/tr.ts'),
  },
};
