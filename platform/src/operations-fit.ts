import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { tokenHash } from '@mycelium/kit/token';
import { type Graph, graphOf, inspectAgainst } from '@mycelium/schema/inspect-document';
import { z } from 'zod';
import { root } from './env.ts';

/** Texts by their ids, as `persisted-documents.json` has them. */
type Documents = Record<string, string>;

const manifestSchema = z.record(z.string(), z.string());

/** What is wrong with the registered operations of one client in this graph, a sentence for each. */
export function misfits(graph: Graph, client: string, documents: Documents): string[] {
  return Object.entries(documents).flatMap(([id, text]) => {
    const { name, problems } = inspectAgainst(graph, text);
    return problems.map((problem) => `${client} ${name ?? 'unnamed'} (${id.slice(0, 15)}…): ${problem}`);
  });
}

/** What our own clients ever registered, and what the example of a third party registers. */
export function committedOperations(): Map<string, Documents> {
  const manifests = globSync('schema/operations/*/persisted-documents.json', { cwd: root });
  const texts = globSync('clients/*/operations/*.graphql', { cwd: root });
  const operations = new Map(manifests.map((file) => [basename(dirname(file)), readManifest(join(root, file))]));
  for (const file of texts) {
    const text = readFileSync(join(root, file), 'utf8');
    const client = basename(dirname(dirname(file)));
    operations.set(client, { ...operations.get(client), [`sha256:${tokenHash(text)}`]: text });
  }
  return operations;
}

/** Names every operation that was once registered and that the graph would refuse now: somebody out there may still ask it. */
function main(exported: readonly string[]): void {
  const graph = graphOf(committed('api.graphql'), committed('supergraph.graphql'));
  const operations = [
    ...committedOperations(),
    // A name may be in several files; none hides another.
    ...exported.map((file): [string, Documents] => [file, readManifest(file)]),
  ];
  const found = operations.flatMap(([client, documents]) => misfits(graph, client, documents));
  for (const line of found) process.stdout.write(`${line}\n`);
  if (found.length > 0) {
    process.stdout.write(
      'Keep what they ask for, deprecated; or take them out of the list when nobody asks them any more.\n',
    );
    process.exitCode = 1;
  }
}

function committed(file: string): string {
  return readFileSync(join(root, 'schema', file), 'utf8');
}

function readManifest(file: string): Documents {
  return manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

if (process.argv[1] === import.meta.filename) main(process.argv.slice(2));
