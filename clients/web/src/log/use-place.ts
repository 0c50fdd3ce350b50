import type { Area } from '../shell/area.ts';
import { useAreas } from '../shell/use-areas.ts';
import type { Entry } from './log.ts';

/** Where the thing of an entry is, for those who see its area; undefined where it has no place, or nobody gave it a number. */
export function usePlace(entry: Entry | undefined): string | undefined {
  const areas = useAreas();
  if (!entry?.noun || !entry.nounId) return undefined;
  const { noun, nounId, nounNames } = entry;
  const name = nounNames.find(({ locale }) => locale === 'und')?.text;
  return areas.find(({ places = {} }) => noun in places)?.places?.[noun]?.({ id: nounId, name });
}

/** The types of all things that have a place in these areas. */
export function nounsWithPlace(areas: readonly Area[]): readonly string[] {
  return areas.flatMap(({ places = {} }) => Object.keys(places));
}
