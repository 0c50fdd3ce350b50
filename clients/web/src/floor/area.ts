import { type Area, needs } from '../shell/area.ts';
import { rules } from './cache.ts';

export const floor: Area = {
  name: 'floor',
  path: '/floor',
  title: { en: 'Floor', es: 'Salón', tr: 'Salon' },
  icon: 'table',
  scope: 'floor:write',
  cache: [rules],
  places: { Table: ({ id }) => `/floor/${id}` },
  commands: [
    {
      path: '/floor/new',
      title: { en: 'New table', es: 'Mesa nueva', tr: 'Yeni masa' },
      scope: 'location:write',
    },
  ],
  routes: [
    {
      path: '/floor',
      lazy: () => import('./FloorPage.tsx'),
      children: [
        { path: 'new', handle: needs('location:write'), lazy: () => import('./edit/NewTable.tsx') },
        { path: 'areas/new', handle: needs('location:write'), lazy: () => import('./edit/NewArea.tsx') },
        { path: 'areas/:areaId', handle: needs('location:write'), lazy: () => import('./edit/AreaPanel.tsx') },
        { path: ':tableId', lazy: () => import('./TablePanel.tsx') },
      ],
    },
  ],
  words: {
    en: () => import('./words/en.ts'),
    es: () => import('./words/es.ts'),
    tr: () => import('./words/tr.ts'),
  },
};
