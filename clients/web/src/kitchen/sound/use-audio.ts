import { useEffect, useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let context: AudioContext | undefined;

/** One for the page. Until somebody has tapped it, a browser lets it be silent. */
function audio(): AudioContext {
  if (!context) {
    context = new AudioContext();
    context.onstatechange = () => {
      for (const listener of [...listeners]) listener();
    };
  }
  return context;
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Sound, once the browser allows it: any tap or key on the page is enough. */
export function useAudio(): { audio: AudioContext | undefined; allow: () => void } {
  const state = useSyncExternalStore(listen, () => audio().state);
  const allow = () => void audio().resume();
  useEffect(() => {
    addEventListener('pointerdown', allow);
    addEventListener('keydown', allow);
    return () => {
      removeEventListener('pointerdown', allow);
      removeEventListener('keydown', allow);
    };
  });
  return { audio: state === 'running' ? audio() : undefined, allow };
}
