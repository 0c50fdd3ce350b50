import type { RouteObject } from 'react-router';
import { Waiting } from './look/Waiting.tsx';
import type { Area } from './shell/area.ts';
import { areas } from './shell/areas.ts';
import { Broken } from './shell/Broken.tsx';
import { NotFound } from './shell/NotFound.tsx';
import { Shell } from './shell/Shell.tsx';
import { loadWords } from './words/words.ts';

/** Every page arrives when it is asked for, with the words of its area. */
export const routes: RouteObject[] = [
  {
    ErrorBoundary: Broken,
    HydrateFallback: Waiting,
    Component: Shell,
    children: [
      ...areas.flatMap((area) => area.routes.map((route) => withWords(area, route))),
      { path: '*', Component: NotFound },
    ],
  },
];

function withWords(area: Area, { lazy, ...route }: RouteObject): RouteObject {
  if (typeof lazy !== 'function') return { ...route, lazy } as RouteObject;
  return {
    ...route,
    async lazy() {
      const spoken = area.speaksForAll ? areas : [area];
      const [page] = await Promise.all([lazy(), ...spoken.map(({ name, words }) => loadWords(name, words))]);
      return page;
    },
  } as RouteObject;
}
