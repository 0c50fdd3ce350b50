import { type Area, needs } from '../shell/area.ts';
import { rules } from './cache.ts';

export const access: Area = {
  name: 'access',
  path: '/access',
  title: { en: 'API access', es: 'Acceso por API', tr: 'API erişimi' },
  icon: 'key',
  scope: 'access:read',
  feeds: () => import('./feeds.ts'),
  cache: [rules],
  // What a key may do is said in the words of the areas that it may do it in.
  speaksForAll: true,
  pages: [
    {
      path: '/access/usage',
      title: { en: 'Who uses what', es: 'Quién usa qué', tr: 'Kim neyi kullanıyor' },
      shape: ['filter', 'list'],
    },
  ],
  commands: [
    {
      path: '/access/new',
      title: { en: 'New API client', es: 'Cliente de API nuevo', tr: 'Yeni API istemcisi' },
      scope: 'access:write',
    },
  ],
  find: () => import('./find.ts'),
  concerns: () => import('./concerns.ts'),
  places: { ApiClient: ({ id }) => `/access/${id}` },
  routes: [
    {
      path: '/access',
      lazy: () => import('./AccessPage.tsx'),
      children: [
        { path: 'new', handle: needs('access:write'), lazy: () => import('./NewClient.tsx') },
        { path: ':clientId', lazy: () => import('./ClientPanel.tsx') },
      ],
    },
    { path: '/access/usage', lazy: () => import('./UsagePage.tsx') },
    {
      path: '/access/:clientId/operations',
      lazy: () => import('./OperationsPage.tsx'),
      children: [{ path: ':operationId', lazy: () => import('./OperationPanel.tsx') }],
    },
  ],
  words: {
    en: () => import('./words/en.ts'),
    es: () => import('./words/es.ts'),
    tr: () => import('./words/tr.ts'),
  },
};
