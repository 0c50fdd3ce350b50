import { useEffect, useState } from 'react';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/** A module that arrives by itself, and is asked for again for as long as it does not. */
export function useBrought<Module>(load: () => Promise<Module>): Module | undefined {
  const [module, setModule] = useState<Module>();
  useEffect(() => {
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = (pause: number) =>
      load().then(
        (arrived) => isOver || setModule(() => arrived),
        () => {
          if (!isOver) timer = setTimeout(ask, pause, Math.min(2 * pause, LONGEST_PAUSE_MS));
        },
      );
    void ask(FIRST_PAUSE_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [load]);
  return module;
}
