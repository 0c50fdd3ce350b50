import { expect, it } from 'vitest';
import { createContentStore } from './content-store.ts';
import { sampleContent } from './sample-content.ts';

function emptyStorage(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  };
}

it('has the last good content at the next start', () => {
  const storage = emptyStorage();
  createContentStore(storage).keep(sampleContent());
  expect(createContentStore(storage).kept()?.content).toEqual(sampleContent());
});

it('forgets a content for good', () => {
  const storage = emptyStorage();
  const store = createContentStore(storage);
  store.keep(sampleContent());
  store.forget();
  expect(store.kept()).toBeUndefined();
  expect(createContentStore(storage).kept()).toBeUndefined();
});

it.each(['{"format":0,"content":{}}', 'not json', ''])('starts empty from what it does not understand: %s', (text) => {
  const storage = emptyStorage();
  storage.setItem('mycelium.content', text);
  expect(createContentStore(storage).kept()).toBeUndefined();
});

it('goes on showing when the storage is full', () => {
  const full = {
    ...emptyStorage(),
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  };
  const store = createContentStore(full);
  store.keep(sampleContent());
  expect(store.kept()?.content).toEqual(sampleContent());
});
