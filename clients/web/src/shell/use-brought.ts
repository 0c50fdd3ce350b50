import { waitAfter } from '@mycelium/client-kit/patience';
import { useEffect, useState } from 'react';

/**
 * A module that arrives by itself. It is asked for until it is there: later and later, and at once when the browser is online
 * again, the page is looked at again, or `round` changes.
 */
export function useBrought<Module>(load: () => Promise<Module>, round = 0): Module | undefined {
  const [module, setModule] = useState<Module>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round asks again
  useEffect(() => {
    let isOver = false;
    async function bring() {
      for (let failures = 0; !isOver; failures += 1) {
        await waitAfter(failures);
        const arrived = await load().catch(() => undefined);
        if (arrived === undefined || isOver) continue;
        setModule(() => arrived);
        return;
      }
    }
    void bring();
    return () => {
      isOver = true;
    };
  }, [load, round]);
  return module;
}
