import { matchPath } from 'react-router';
import type { Area, AreaPage } from './area.ts';

/** The area among these that a page belongs to, by its path below this base. */
export function areaOf(areas: readonly Area[], pathname: string, base = ''): Area | undefined {
  return areas.find(({ path }) => matchPath({ path: `${base}${path}`, end: path === '/' }, pathname));
}

/** The page of an area that an address leads to, where it is not the area's own or stands within that. */
export function pageIn({ pages = [] }: Area, pathname: string, base = ''): AreaPage | undefined {
  return pages.find(({ path, shape }) => shape && matchPath({ path: `${base}${path}`, end: false }, pathname));
}
