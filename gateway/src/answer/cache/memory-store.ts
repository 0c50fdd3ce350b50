import { LRUCache } from 'lru-cache';
import type { CacheStore } from './store.ts';

const CHARACTERS_KEPT = 32_000_000;
const LARGEST = 1_000_000;

/** Keeps answers in this process, for a gateway without Redis: only what is written through this gateway ends a generation. */
export function memoryStore(): CacheStore {
  const answers = new LRUCache<string, string>({
    maxSize: CHARACTERS_KEPT,
    maxEntrySize: LARGEST,
    sizeCalculation: (text, key) => text.length + key.length,
  });
  const generations = new LRUCache<string, number>({ max: 100_000 });
  let latest = 0;
  const generationOf = (scope: string): number => {
    const known = generations.get(scope);
    if (known !== undefined) return known;
    latest += 1;
    generations.set(scope, latest);
    return latest;
  };

  return {
    async look(scope, key) {
      const generation = String(generationOf(scope));
      const name = `${scope} ${generation} ${key}`;
      const seconds = Math.ceil(answers.getRemainingTTL(name) / 1000);
      const text = answers.get(name);
      return { generation, kept: text === undefined ? undefined : { text, seconds } };
    },
    async keep(scope, generation, key, text, seconds) {
      answers.set(`${scope} ${generation} ${key}`, text, { ttl: seconds * 1000 });
    },
    async drop(scopes) {
      for (const scope of scopes) generations.delete(scope);
    },
    close: () => answers.clear(),
  };
}
