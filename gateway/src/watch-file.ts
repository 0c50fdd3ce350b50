import { watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Logger } from 'pino';

const SETTLE_MS = 100;

/** Calls back with the text of a file whenever it has become another one, however it was replaced. What is returned ends it. */
export function watchFile(file: string, known: string, onChange: (text: string) => void, log: Logger): () => void {
  let last = known;
  let settling: NodeJS.Timeout | undefined;
  const look = async (): Promise<void> => {
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text === undefined || text === last) return;
    last = text;
    onChange(text);
  };
  // The folder, not the file: an atomic rename, or a link that is swapped, leaves a watch on the file behind.
  const watcher = watch(dirname(file), () => {
    clearTimeout(settling);
    settling = setTimeout(() => void look(), SETTLE_MS);
  });
  watcher.on('error', (error) => log.error({ err: error, file }, 'a file is no longer watched'));
  return () => {
    clearTimeout(settling);
    watcher.close();
  };
}
