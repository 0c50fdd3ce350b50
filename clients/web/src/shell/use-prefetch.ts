import { useEffect } from 'react';
import type { Viewer } from '../session/viewer.tsx';
import { isFor } from './area.ts';
import { areas } from './areas.ts';
import { partsOf } from './pages.ts';

const AFTER_MS = 4_000;

declare global {
  /** Where the browser says it: https://wicg.github.io/netinfo/ */
  interface Navigator {
    readonly connection?: { readonly saveData?: boolean };
  }
}

/** Brings all pages of a role while nothing else is to be done, one by one, so that they are there when the connection is not; but for who saves data. */
export function usePrefetch(viewer: Viewer): void {
  useEffect(() => {
    if (navigator.connection?.saveData) return;
    let isOver = false;
    const parts = areas.filter((area) => isFor(viewer, area)).flatMap(partsOf);
    async function bring() {
      for (const part of parts) {
        await idle();
        if (isOver) return;
        // What does not arrive now is asked for when it is wanted.
        await part().catch(() => undefined);
      }
    }
    const timer = setTimeout(() => void bring(), AFTER_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [viewer]);
}

function idle(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve());
    else setTimeout(resolve, 50);
  });
}
