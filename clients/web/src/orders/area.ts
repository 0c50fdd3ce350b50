import type { Area } from '../shell/area.ts';
import { rules } from './cache.ts';

export const orders: Area = {
  name: 'orders',
  path: '/orders',
  title: { en: 'Orders', es: 'Órdenes', tr: 'Siparişler' },
  icon: 'receipt',
  scope: 'order:read',
  cache: [rules],
  shape: ['filter', 'list'],
  places: { Order: ({ id }) => `/orders/${id}` },
  routes: [
    {
      path: '/orders',
      lazy: () => import('./OrdersPage.tsx'),
      children: [{ path: ':orderId', lazy: () => import('./OrderPanel.tsx') }],
    },
  ],
  words: {
    en: () => import('./words/en.ts'),
    es: () => import('./words/es.ts'),
    tr: () => import('./words/tr.ts'),
  },
};
