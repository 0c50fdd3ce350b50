import { type Area, needs } from '../shell/area.ts';
import { rules } from './cache.ts';

export const screens: Area = {
  name: 'screens',
  path: '/screens',
  title: { en: 'Screens', es: 'Pantallas', tr: 'Ekranlar' },
  icon: 'screen',
  scope: 'display:read',
  feeds: () => import('./feeds.ts'),
  commands: [
    {
      path: '/screens/pair',
      title: { en: 'Pair a screen', es: 'Vincular pantalla', tr: 'Ekran eşleştir' },
      scope: 'display:write',
    },
    {
      path: '/screens/stations/pair',
      title: { en: 'Pair a station', es: 'Vincular estación', tr: 'İstasyon eşleştir' },
      scope: 'station:write',
    },
    {
      path: '/screens/boards/new',
      title: { en: 'New board', es: 'Tablero nuevo', tr: 'Yeni pano' },
      scope: 'board:write',
    },
  ],
  cache: [rules],
  find: () => import('./find.ts'),
  concerns: () => import('./concerns.ts'),
  places: {
    Display: ({ id }) => `/screens/${id}`,
    Station: ({ id }) => `/screens/stations/${id}`,
    MenuBoard: ({ id }) => `/screens/boards/${id}`,
  },
  undo: () => import('./undo.ts'),
  routes: [
    {
      path: '/screens',
      lazy: () => import('./ScreensPage.tsx'),
      children: [
        { path: 'pair', handle: needs('display:write'), lazy: () => import('./PairScreen.tsx') },
        { path: ':displayId', lazy: () => import('./DisplayPanel.tsx') },
        {
          path: 'stations/pair',
          handle: needs('station:write'),
          lazy: () => import('./stations/PairStation.tsx'),
        },
        {
          path: 'stations/:stationId',
          handle: needs('station:read'),
          lazy: () => import('./stations/StationPanel.tsx'),
        },
        { path: 'boards/new', handle: needs('board:write'), lazy: () => import('./NewBoard.tsx') },
        { path: 'boards/:boardId', lazy: () => import('./BoardPanel.tsx') },
      ],
    },
  ],
  words: {
    en: () => import('./words/en.ts'),
    es: () => import('./words/es.ts'),
    tr: () => import('./words/tr.ts'),
  },
};
