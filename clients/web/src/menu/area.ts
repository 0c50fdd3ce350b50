import { type Area, leadsOn, needs } from '../shell/area.ts';
import { rules } from './cache.ts';

export const menu: Area = {
  name: 'menu',
  path: '/menu',
  title: { en: 'Menu', es: 'Menú', tr: 'Menü' },
  icon: 'menu',
  scope: 'menu:read',
  feeds: () => import('./feeds.ts'),
  commands: [
    { path: '/menu/new', title: { en: 'New item', es: 'Platillo nuevo', tr: 'Yeni ürün' }, scope: 'menu:write' },
  ],
  find: () => import('./find.ts'),
  cache: [rules],
  places: {
    Menu: () => '/menu',
    MenuSection: ({ id }) => `/menu/sections/${id}`,
    MenuItem: ({ id }) => `/menu/${id}`,
    MenuItemAtLocation: ({ id }) => `/menu/at/${id}`,
    PriceChange: ({ id }) => `/menu/prices/${id}`,
    ModifierGroup: ({ id }) => `/menu/choices/${id}`,
    ModifierOption: ({ id }) => `/menu/choices/options/${id}`,
    DayPart: ({ id }) => `/menu/hours/${id}`,
  },
  undo: () => import('./undo.ts'),
  shape: ['filter', 'menu'],
  routes: [
    {
      path: '/menu/choices',
      lazy: () => import('./choices/ChoicesPage.tsx'),
      children: [
        { path: 'new', handle: needs('menu:write'), lazy: () => import('./choices/NewGroup.tsx') },
        { path: 'options/:optionId', handle: leadsOn, lazy: () => import('./choices/OptionPlace.tsx') },
        { path: ':groupId', lazy: () => import('./choices/GroupPanel.tsx') },
      ],
    },
    {
      path: '/menu/hours',
      lazy: () => import('./hours/HoursPage.tsx'),
      children: [
        { path: 'new', handle: needs('menu:write'), lazy: () => import('./hours/NewHours.tsx') },
        { path: ':dayPartId', lazy: () => import('./hours/HoursPanel.tsx') },
      ],
    },
    {
      path: '/menu',
      lazy: () => import('./MenuPage.tsx'),
      children: [
        { path: 'new', handle: needs('menu:write'), lazy: () => import('./NewItem.tsx') },
        { path: 'sections/new', handle: needs('menu:write'), lazy: () => import('./NewSection.tsx') },
        { path: 'sections/:sectionId', lazy: () => import('./SectionPanel.tsx') },
        { path: 'at/:atId', handle: leadsOn, lazy: () => import('./sale/AtLocationPlace.tsx') },
        { path: 'prices/:changeId', handle: leadsOn, lazy: () => import('./sale/PricePlace.tsx') },
        { path: ':itemId', lazy: () => import('./ItemPanel.tsx') },
      ],
    },
  ],
  words: {
    en: () => import('./words/en.ts'),
    es: () => import('./words/es.ts'),
    tr: () => import('./words/tr.ts'),
  },
};
