import { useContext, useEffect, useLayoutEffect, useState } from 'react';
import { useHref, useLocation, useNavigation } from 'react-router';
import { beginWay, endWay, LATE_AFTER_MS } from '../look/waiting-since.ts';
import type { Area, AreaPage } from './area.ts';
import { areaOf, pageIn } from './area-of.ts';
import { AreasContext } from './use-areas.ts';

/** Where one is going, while that takes long enough to be noticed. */
interface OnItsWay {
  isLate: boolean;
  /** The page that comes, by its area; undefined while one stays on the same, such as for a panel beside its list. */
  next: { area: Area; page: AreaPage | undefined; isOfSameArea: boolean } | undefined;
}

/** The next page, while its code comes. */
export function usePageOnItsWay(): OnItsWay {
  const areas = useContext(AreasContext);
  const { pathname } = useLocation();
  const { location: there } = useNavigation();
  const base = useHref('/');
  const isLate = useIsLate(there !== undefined);
  // The way there is an address as the browser has it.
  const area = isLate && there ? areaOf(areas, there.pathname, base) : undefined;
  if (!there || !area) return { isLate, next: undefined };
  const page = pageIn(area, there.pathname, base);
  const before = areaOf(areas, pathname);
  const isOfSameArea = area === before;
  const stays = isOfSameArea && page === pageIn(before, pathname);
  return { isLate, next: stays ? undefined : { area, page, isOfSameArea } };
}

/** True when something has been going on for a while. */
function useIsLate(isGoingOn: boolean): boolean {
  const [isLate, setLate] = useState(false);
  // What comes has been drawn once when it ends.
  useLayoutEffect(() => (isGoingOn ? beginWay() : endWay()), [isGoingOn]);
  useEffect(() => {
    if (!isGoingOn) return;
    const timer = setTimeout(() => setLate(true), LATE_AFTER_MS);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [isGoingOn]);
  return isLate && isGoingOn;
}
