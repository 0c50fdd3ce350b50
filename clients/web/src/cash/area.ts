import { type Area, needs } from '../shell/area.ts';
import { rules } from './cache.ts';

export const cash: Area = {
  name: 'cash',
  path: '/cash',
  title: { en: 'Cash', es: 'Efectivo', tr: 'Nakit' },
  icon: 'drawer',
  scope: 'payment:take',
  cache: [rules],
  pages: [
    {
      path: '/cash/tips',
      title: { en: 'Tip pool', es: 'Reparto de propinas', tr: 'Bahşiş paylaşımı' },
      shape: ['form'],
      scope: 'cash:close',
    },
    {
      path: '/cash/day',
      title: {
        en: 'Voids, comps, discounts',
        es: 'Cancelaciones, cortesías y descuentos',
        tr: 'İptaller, ikramlar, indirimler',
      },
      shape: ['filter', 'list'],
      scope: 'cash:close',
    },
  ],
  commands: [
    {
      path: '/cash/drawers/new',
      title: { en: 'New drawer', es: 'Caja nueva', tr: 'Yeni kasa' },
      scope: 'location:write',
    },
  ],
  places: {
    Drawer: ({ id }) => `/cash/drawers/${id}`,
    CashSession: ({ id }) => `/cash/sessions/${id}`,
  },
  routes: [
    { path: '/cash/tips', handle: needs('cash:close'), lazy: () => import('./tips/TipsPage.tsx') },
    { path: '/cash/day', handle: needs('cash:close'), lazy: () => import('./day/DayPage.tsx') },
    {
      path: '/cash',
      lazy: () => import('./CashPage.tsx'),
      children: [
        { path: 'drawers/new', handle: needs('location:write'), lazy: () => import('./NewDrawer.tsx') },
        { path: 'drawers/:drawerId', lazy: () => import('./DrawerPanel.tsx') },
        { path: 'drawers/:drawerId/count', handle: needs('cash:close'), lazy: () => import('./CountPanel.tsx') },
        { path: 'sessions/:sessionId', lazy: () => import('./SessionPanel.tsx') },
      ],
    },
  ],
  words: {
    en: () => import('./words/en.ts'),
    es: () => import('./words/es.ts'),
    tr: () => import('./words/tr.ts'),
  },
};
