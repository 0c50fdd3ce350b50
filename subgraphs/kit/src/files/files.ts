import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { deriveKey } from '../secrets.ts';
import { diskStore } from './disk-store.ts';
import type { FileStore } from './file-store.ts';

export interface FileSettings {
  /** A folder of this machine: for what comes in, and for all files where no other place is told. */
  directory: string;
  /** The installation's, for what is sealed. */
  secret: string;
}

/** Where files are kept, and where they are made ready before. */
export interface Files extends FileStore {
  /** With it files of people are sealed. */
  key: Buffer;
  /** Gives the work a path of its own, at which nothing lies afterwards. */
  withDraft<Result>(work: (path: string) => Promise<Result>): Promise<Result>;
  /** Removes the drafts of processes that died, once they are older than that. */
  sweep(olderThanMs: number): Promise<void>;
}

export function openFiles({ directory, secret }: FileSettings): Files {
  const drafts = resolve(directory, 'drafts');
  const store = diskStore(resolve(directory, 'files'));
  return {
    ...store,
    key: deriveKey(secret, 'files'),
    async withDraft(work) {
      await mkdir(drafts, { recursive: true });
      const path = join(drafts, randomUUID());
      try {
        return await work(path);
      } finally {
        await rm(path, { force: true });
      }
    },
    async sweep(olderThanMs) {
      const before = Date.now() - olderThanMs;
      for (const name of await readdir(drafts).catch(() => [])) {
        const path = join(drafts, name);
        const found = await stat(path).catch(() => undefined);
        if (found && found.mtimeMs < before) await rm(path, { force: true });
      }
    },
  };
}
