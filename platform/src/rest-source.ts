import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RestSource } from '@mycelium/gateway/rest/serve-rest';
import { root } from './env.ts';

/** What the house serves over REST. */
export async function restSource(): Promise<RestSource> {
  const folder = join(root, 'schema/rest');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.graphql')).sort();
  const [manifest, ...operations] = await Promise.all(
    [join(root, 'schema/rest.yml'), ...files.map((name) => join(folder, name))].map((file) => readFile(file, 'utf8')),
  );
  return { manifest: manifest ?? '', operations: operations.join('\n') };
}
