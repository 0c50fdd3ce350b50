import { type Area, needs } from '../shell/area.ts';
import { rules } from './cache.ts';

export const locations: Area = {
  name: 'locations',
  path: '/locations',
  title: { en: 'Locations', es: 'Sucursales', tr: 'Şubeler' },
  icon: 'place',
  scope: 'location:write',
  feeds: () => import('./feeds.ts'),
  cache: [rules],
  find: () => import('./find.ts'),
  commands: [
    {
      path: '/locations/new',
      title: { en: 'New location', es: 'Sucursal nueva', tr: 'Yeni şube' },
      scope: 'location:write',
    },
    {
      path: '/locations/taxes/new',
      title: { en: 'New tax', es: 'Impuesto nuevo', tr: 'Yeni vergi' },
      scope: 'location:write',
    },
  ],
  pages: [{ path: '/locations/taxes', title: { en: 'Taxes', es: 'Impuestos', tr: 'Vergiler' } }],
  places: {
    Restaurant: ({ id }) => `/locations/restaurants/${id}`,
    Location: ({ id }) => `/locations/${id}`,
    TaxRule: ({ id }) => `/locations/taxes/${id}`,
  },
  undo: () => import('./undo.ts'),
  routes: [
    {
      path: '/locations/taxes',
      lazy: () => import('./taxes/TaxesPage.tsx'),
      children: [
        { path: 'new', handle: needs('location:write'), lazy: () => import('./taxes/NewTax.tsx') },
        { path: ':taxRuleId', lazy: () => import('./taxes/TaxPanel.tsx') },
      ],
    },
    {
      path: '/locations',
      lazy: () => import('./LocationsPage.tsx'),
      children: [
        { path: 'new', handle: needs('location:write'), lazy: () => import('./NewLocation.tsx') },
        {
          path: 'restaurants/new',
          handle: needs('location:write'),
          lazy: () => import('./restaurants/NewRestaurant.tsx'),
        },
        { path: 'restaurants/:restaurantId', lazy: () => import('./restaurants/RestaurantPanel.tsx') },
        { path: ':locationId', lazy: () => import('./LocationPanel.tsx') },
      ],
    },
  ],
  words: {
    en: () => import('./words/en.ts'),
    es: () => import('./words/es.ts'),
    tr: () => import('./words/tr.ts'),
  },
};
