import { createContext, useContext } from 'react';
import { useViewer } from '../session/viewer.tsx';
import { type Area, isFor } from './area.ts';

/** All areas, as the shell knows them: a page that speaks of others must not import them, since they import it. */
export const AreasContext = createContext<readonly Area[]>([]);

/** The areas that the viewer can use. */
export function useAreas(): readonly Area[] {
  const { viewer } = useViewer();
  return useContext(AreasContext).filter((area) => isFor(viewer, area));
}
