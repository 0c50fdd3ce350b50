import { type KeyObject, randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Logger } from '../log.ts';
import { deriveKey } from '../secrets.ts';
import type { Bucket } from './bucket.ts';
import { diskStore } from './disk-store.ts';
import { type FileStore, StoreFailure } from './file-store.ts';

export interface FileSettings {
  /** A folder of this machine: for what comes in, and for all files where no bucket is given. */
  directory: string;
  /** The bucket that keeps all files in place of the folder. */
  bucket?: Bucket;
  /** The installation's, for what is sealed, and those before it. */
  secret: string;
  oldSecrets?: readonly string[];
}

/** Where files are kept, and where they are made ready before. */
export interface Files extends FileStore {
  /** The key that seals files of people. */
  newestKey: KeyObject;
  /** The keys that may have sealed them, the newest first. */
  keys: readonly KeyObject[];
  /** Gives the work a path of its own, at which nothing lies afterwards. */
  withDraft<Result>(work: (path: string) => Promise<Result>): Promise<Result>;
  /** Removes the drafts of processes that died, once they are older than that. */
  sweep(olderThanMs: number): Promise<void>;
}

export async function openFiles({ directory, bucket, secret, oldSecrets = [] }: FileSettings): Promise<Files> {
  const drafts = resolve(directory, 'drafts');
  const newestKey = deriveKey(secret, 'files');
  return {
    ...(bucket ? await openBucket(bucket) : diskStore(resolve(directory, 'files'))),
    newestKey,
    keys: [newestKey, ...oldSecrets.map((old) => deriveKey(old, 'files'))],
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

/** At a start: throws StoreFailure where nothing helps but another setting; a store that is away for now is in the log. */
export async function checkFiles(files: Files, log: Logger): Promise<void> {
  try {
    await files.check();
  } catch (error) {
    if (!(error instanceof StoreFailure) || error.isMisconfigured) throw error;
    log.warn(
      { reason: error.message },
      'files are away, and uploads and pictures with them, until their store answers',
    );
  }
}

/** The client of such stores is large, and not loaded where there is none. */
async function openBucket(bucket: Bucket): Promise<FileStore> {
  const { bucketStore } = await import('./bucket-store.ts');
  return bucketStore(bucket);
}
