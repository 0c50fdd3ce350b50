import { access, constants, mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { checkedName, type FileFacts, type FileStore, isName, NoSuchFile, StoreFailure } from './file-store.ts';

/** Files in a folder, which several processes may share. */
export function diskStore(root: string): FileStore {
  const pathOf = (name: string): string => join(root, checkedName(name));

  async function factsOf(name: string): Promise<FileFacts | undefined> {
    const found = await stat(pathOf(name)).catch(unlessAbsent);
    return found?.isFile() ? { name, bytes: found.size, keptAt: found.mtime } : undefined;
  }

  return {
    async put(name, path) {
      const target = pathOf(name);
      await mkdir(dirname(target), { recursive: true });
      await settle(path);
      await rename(path, target);
    },
    find: factsOf,
    async read(name, range) {
      const file = await open(pathOf(name)).catch(unlessAbsent);
      if (!file) throw new NoSuchFile(name);
      return file.createReadStream(range);
    },
    remove: (name) => rm(pathOf(name), { force: true }),
    async *list(folder) {
      const entries = await opendir(pathOf(folder), { recursive: true }).catch(unlessAbsent);
      for await (const entry of entries ?? []) {
        const name = relative(root, join(entry.parentPath, entry.name)).split(sep).join('/');
        const facts = entry.isFile() && isName(name) ? await factsOf(name) : undefined;
        if (facts) yield facts;
      }
    },
    async check() {
      try {
        await mkdir(root, { recursive: true });
        await access(root, constants.R_OK | constants.W_OK);
      } catch (error) {
        throw new StoreFailure(`The folder for files cannot be used: ${codeOf(error)}.`, true);
      }
    },
    close() {},
  };
}

/** What was written is on the disk before the name says that it is there. */
async function settle(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

function unlessAbsent(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
  throw error;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
