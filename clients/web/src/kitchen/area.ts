import { type Area, needs } from '../shell/area.ts';
import { rules } from './cache.ts';
import { kitchenWords } from './words.ts';

export const kitchen: Area = {
  name: 'kitchen',
  path: '/kitchens',
  title: { en: 'Kitchen', es: 'Cocina', tr: 'Mutfak' },
  icon: 'pan',
  scope: 'order:read',
  cache: [rules],
  places: { KitchenStation: ({ id }) => `/kitchens/${id}` },
  commands: [
    {
      path: '/kitchens/new',
      title: { en: 'New kitchen station', es: 'Estación de cocina nueva', tr: 'Yeni mutfak istasyonu' },
      scope: 'location:write',
    },
  ],
  routes: [
    { path: '/kitchen', lazy: () => import('../station/Enter.tsx') },
    { path: '/kitchen/:screen', lazy: () => import('../station/Enter.tsx') },
    {
      path: '/kitchens',
      lazy: () => import('./stations/StationsPage.tsx'),
      children: [
        { path: 'new', handle: needs('location:write'), lazy: () => import('./stations/NewStation.tsx') },
        { path: ':stationId', lazy: () => import('./stations/StationPanel.tsx') },
      ],
    },
  ],
  words: kitchenWords,
};
