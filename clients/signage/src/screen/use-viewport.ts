import { useSyncExternalStore } from 'react';

/** The size of the screen, for example `1920x1080`. */
export function useViewport(): string {
  return useSyncExternalStore(onResize, () => `${innerWidth}x${innerHeight}`);
}

function onResize(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}
