import type { Content } from './content.ts';

export interface Kept {
  content: Content;
  /** When the server last said so, in milliseconds. */
  savedAt: number;
}

/** The last good content: in memory for the page, in the browser's storage for the next start without a server. */
export interface ContentStore {
  kept(): Kept | undefined;
  keep(content: Content): void;
  forget(): void;
  subscribe(listener: () => void): () => void;
}

/** Grows when the shape of the content changes, so that a new app never draws what an old one kept. */
const FORMAT = 1;

export function createContentStore(storage: Storage, key = 'mycelium.content'): ContentStore {
  const listeners = new Set<() => void>();
  let kept = readKept(storage.getItem(key));

  function change(next: Kept | undefined) {
    kept = next;
    for (const listener of [...listeners]) listener();
  }

  function write(text: string) {
    try {
      storage.setItem(key, text);
    } catch {
      // A full storage costs the next start without a server, not the picture of now.
    }
  }

  return {
    kept: () => kept,
    keep(content) {
      const next = { content, savedAt: Date.now() };
      change(next);
      write(JSON.stringify({ format: FORMAT, ...next }));
    },
    forget() {
      storage.removeItem(key);
      change(undefined);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function readKept(text: string | null): Kept | undefined {
  if (!text) return undefined;
  try {
    const { format, content, savedAt } = JSON.parse(text);
    return format === FORMAT ? { content, savedAt } : undefined;
  } catch {
    return undefined;
  }
}
