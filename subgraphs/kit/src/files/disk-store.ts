import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { checkedName, type FileFacts, type FileStore } from './file-store.ts';

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
      const file = await open(pathOf(name));
      return file.createReadStream(range);
    },
    remove: (name) => rm(pathOf(name), { force: true }),
    async list(folder) {
      const options = { recursive: true, withFileTypes: true } as const;
      const entries = (await readdir(pathOf(folder), options).catch(unlessAbsent)) ?? [];
      const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
      const facts = await Promise.all(paths.map((path) => factsOf(relative(root, path).split(sep).join('/'))));
      return facts.filter((each) => each !== undefined);
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
