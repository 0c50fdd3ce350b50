import { type FSWatcher, watch } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { AllowList } from './allow-list.ts';
import { hashOf, hashText } from './document-id.ts';

export interface ManifestList extends AllowList {
  /** All manifests as they are now. */
  manifests(): Manifests;
}

const FILE = 'persisted-documents.json';
/** An editor or a checkout writes in several steps. */
const SETTLE_MS = 50;

const manifestSchema = z.record(z.string(), z.string());

/** Texts by their hashes (hex), by client. */
export type Manifests = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The lists in a directory, `<client>/persisted-documents.json`, read again when a file changes; one that is not good is reported, and the old ones stay. */
export async function openManifests(directory: string, log: Logger): Promise<ManifestList> {
  let manifests = await readManifests(directory);
  let timer: NodeJS.Timeout | undefined;
  const reread = () => {
    readManifests(directory).then(
      (read) => {
        manifests = read;
        log.info({ directory, clients: [...read.keys()] }, 'persisted operations were read again');
      },
      (error: unknown) => log.error({ err: error, directory }, 'persisted operations are not good; the old ones stay'),
    );
  };
  const watcher: FSWatcher = watch(directory, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(reread, SETTLE_MS);
  });
  watcher.on('error', (error) => log.warn({ err: error, directory }, 'persisted operations are watched no more'));

  return {
    manifests: () => manifests,
    clients: () => [...manifests.keys()],
    find: async (client, hash) => manifests.get(client)?.get(hash),
    close() {
      clearTimeout(timer);
      watcher.close();
    },
  };
}

async function readManifests(directory: string): Promise<Manifests> {
  const entries = await readdir(directory, { withFileTypes: true });
  const clients = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const read = clients.map(async (client) => [client, await readManifest(join(directory, client, FILE))] as const);
  return new Map(await Promise.all(read));
}

async function readManifest(path: string): Promise<ReadonlyMap<string, string>> {
  const parsed = manifestSchema.safeParse(JSON.parse(await readFile(path, 'utf8')));
  if (!parsed.success) throw new Error(`${path} is not a manifest: an object of texts by their sha256.`);
  return new Map(
    Object.entries(parsed.data).map(([id, text]) => {
      const hash = hashOf(id);
      if (hash !== hashText(text)) throw new Error(`${path}: the text of ${id} has another hash.`);
      return [hash, text];
    }),
  );
}
