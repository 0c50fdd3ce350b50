import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, type GraphQLSchema, parse, validate } from 'graphql';
import { z } from 'zod';
import { root } from './env.ts';

const manifestSchema = z.record(z.string(), z.string());

/** What is wrong with the registered operations of one client in this schema, a sentence for each. */
export function misfits(schema: GraphQLSchema, client: string, documents: Record<string, string>): string[] {
  return Object.entries(documents).flatMap(([id, text]) => {
    const document = parse(text);
    const names = document.definitions.flatMap((definition) =>
      definition.kind === 'OperationDefinition' ? (definition.name?.value ?? 'unnamed') : [],
    );
    const what = `${client} ${names.join(', ')} (${id.slice(0, 15)}…)`;
    return validate(schema, document).map(({ message }) => `${what}: ${message}`);
  });
}

/** Names every operation that was once registered and that the schema would refuse now: somebody out there may still ask it. */
function main(): void {
  const directory = join(root, 'schema/operations');
  const schema = buildSchema(readFileSync(join(root, 'schema/api.graphql'), 'utf8'));
  const found = readdirSync(directory).flatMap((client) => {
    const file = join(directory, client, 'persisted-documents.json');
    return misfits(schema, client, manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8'))));
  });
  for (const line of found) process.stdout.write(`${line}\n`);
  if (found.length > 0) {
    process.stdout.write(
      'Keep what they ask for, deprecated; or take them out of the list when nobody asks them any more.\n',
    );
    process.exitCode = 1;
  }
}

if (process.argv[1] === import.meta.filename) main();
