import { matchPath } from 'react-router';
import type { Area } from './area.ts';
import { areas } from './areas.ts';

/** The area that a page belongs to, by its path below this base. */
export function areaOf(pathname: string, base = ''): Area | undefined {
  return areas.find(({ path }) => matchPath({ path: `${base}${path}`, end: path === '/' }, pathname));
}
