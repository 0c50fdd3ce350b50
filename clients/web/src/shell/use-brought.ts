import { waitAfter } from '@mycelium/client-kit/patience';
import { useEffect, useState } from 'react';

const arrived = new WeakMap<() => Promise<unknown>, unknown>();

/** Brings a module, which is at hand from then on for who shows what it is for. */
export async function bring<Module>(load: () => Promise<Module>): Promise<Module> {
  const module = await load();
  arrived.set(load, module);
  return module;
}

/**
 * A module that arrives by itself. It is asked for until it is there: later and later, and at once when the browser is online
 * again, the page is looked at again, or `round` changes.
 */
export function useBrought<Module>(load: () => Promise<Module>, round = 0): Module | undefined {
  // What was brought by a function is what that function brings.
  const [module, setModule] = useState(() => arrived.get(load) as Module | undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round asks again
  useEffect(() => {
    let isOver = false;
    async function bringIt() {
      for (let failures = 0; !isOver; failures += 1) {
        await waitAfter(failures);
        const arrived = await bring(load).catch(() => undefined);
        if (arrived === undefined || isOver) continue;
        setModule(() => arrived);
        return;
      }
    }
    void bringIt();
    return () => {
      isOver = true;
    };
  }, [load, round]);
  return module;
}
