import type { Viewer } from '../session/viewer.tsx';
import { isFor } from '../shell/area.ts';
import { areas } from '../shell/areas.ts';
import type { Entry } from './log.ts';

/** Where the thing of an entry is, for those who see its area; undefined where it has no place, or nobody gave it a number. */
export function placeOf({ noun, nounId, nounNames }: Entry, viewer: Viewer): string | undefined {
  if (!noun || !nounId) return undefined;
  const area = areas.find(({ places = {} }) => noun in places);
  if (!area || !isFor(viewer, area)) return undefined;
  return area.places?.[noun]?.({ id: nounId, name: nounNames.find(({ locale }) => locale === 'und')?.text });
}

/** The types of all things that have a place: what the business is about. */
export const nounsWithPlace: readonly string[] = areas.flatMap(({ places = {} }) => Object.keys(places));
