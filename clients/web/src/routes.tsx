import type { RouteObject } from 'react-router';
import { areas } from './shell/areas.ts';
import { Broken } from './shell/Broken.tsx';
import { ConsoleWaiting } from './shell/ConsoleWaiting.tsx';
import { NotFound } from './shell/NotFound.tsx';
import { pagesOf } from './shell/pages.ts';
import { Shell } from './shell/Shell.tsx';

/** Every page arrives when it is asked for, with the words of its area; what does not arrive says so in its place. */
export const routes: RouteObject[] = [
  {
    ErrorBoundary: Broken,
    HydrateFallback: ConsoleWaiting,
    Component: Shell,
    children: [...areas.flatMap(pagesOf), { path: '*', Component: NotFound }],
  },
];
