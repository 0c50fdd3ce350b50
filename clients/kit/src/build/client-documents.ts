import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { printExecutableGraphQLDocument } from '@graphql-tools/documents';
import {
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  OperationTypeNode,
  parse,
  visit,
} from 'graphql';

/** A `graphql(…)` of a client, with all the fragments that it uses. */
export interface ClientDocument {
  /** What stands between the backticks. */
  source: string;
  /** Where it stands and where its fragments stand. */
  files: ReadonlySet<string>;
  /** What the gateway is asked: in one line, sorted, with `__typename` everywhere. */
  text: string;
  /** The name of its operation and the id under which it is registered; fragments alone have none. */
  operation?: { name: string; id: string };
}

/** A whole `graphql(…)`, of which the first group is the text. */
export const documentCall = /\bgraphql\(\s*`((?:[^`\\$]|\$(?!\{))*)`\s*,?\s*\)/g;

const SOURCES = 'src/**/*.{ts,tsx}';

/** Every document in the sources of a client, in the order of files and lines. */
export function documentsOf(client: string): ClientDocument[] {
  const found = globSync(SOURCES, { cwd: client, exclude: ['src/generated/**'] })
    .sort()
    .flatMap((path) => read(join(client, path)));
  const fragments = new Map<string, Found>();
  for (const each of found) {
    for (const { name } of fragmentsOf(each.document)) {
      const other = fragments.get(name.value);
      if (other) throw new Error(`Fragment ${name.value} is in ${here(other.file)} and in ${here(each.file)}.`);
      fragments.set(name.value, each);
    }
  }
  return found.map((each) => complete(each, fragments));
}

/** The operations that a client asks today, by id, as its list for the gateway has them. */
export function operationsOf(client: string): Record<string, string> {
  return Object.fromEntries(
    documentsOf(client).flatMap(({ operation, text }) => (operation ? [[operation.id, text]] : [])),
  );
}

/** The list of what a client may ask; it only grows, since clients of yesterday still ask. */
export function listOf(client: string): string {
  return join(client, '../../schema/operations', basename(client), 'persisted-documents.json');
}

interface Found {
  file: string;
  source: string;
  document: DocumentNode;
}

function read(file: string): Found[] {
  const code = readFileSync(file, 'utf8');
  return [...code.matchAll(documentCall)].map(([, source = '']) => ({ file, source, document: parsed(source, file) }));
}

function parsed(source: string, file: string): DocumentNode {
  try {
    return parse(source, { noLocation: true });
  } catch (error) {
    throw new Error(`${here(file)}: ${error instanceof Error ? error.message : error}\n${source}`);
  }
}

function complete({ file, source, document }: Found, known: ReadonlyMap<string, Found>): ClientDocument {
  const files = new Set([file]);
  const definitions = new Set<DefinitionNode>(document.definitions);
  // A set goes on to what is added while one walks over it.
  for (const definition of definitions) {
    for (const name of spreadsIn(definition)) {
      const home = known.get(name);
      const fragment = home && fragmentsOf(home.document).find((each) => each.name.value === name);
      if (!fragment) throw new Error(`${here(file)}: there is no fragment ${name}.`);
      files.add(home.file);
      definitions.add(fragment);
    }
  }
  const whole = { kind: Kind.DOCUMENT, definitions: [...definitions] } as const;
  const text = printExecutableGraphQLDocument(withTypenames(whole));
  const [operation, ...others] = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  if (!operation) return { source, files, text };
  if (others.length || !operation.name) throw new Error(`${here(file)}: a document has one operation, with a name.`);
  const id = `sha256:${createHash('sha256').update(text).digest('hex')}`;
  return { source, files, text, operation: { name: operation.name.value, id } };
}

function fragmentsOf({ definitions }: DocumentNode): FragmentDefinitionNode[] {
  return definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
}

function spreadsIn(definition: DefinitionNode): string[] {
  const names: string[] = [];
  visit(definition, { FragmentSpread: ({ name }) => void names.push(name.value) });
  return names;
}

/** The cache knows things by their type. Only the root of a subscription may have no second field. */
function withTypenames(document: DocumentNode): DocumentNode {
  const typename = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const;
  return visit(document, {
    SelectionSet(node, _key, parent) {
      const isFeed = parent && 'operation' in parent && parent.operation === OperationTypeNode.SUBSCRIPTION;
      const hasOne = node.selections.some((each) => each.kind === Kind.FIELD && each.name.value === '__typename');
      return isFeed || hasOne ? undefined : { ...node, selections: [typename, ...node.selections] };
    },
  });
}

function here(file: string): string {
  return relative(join(import.meta.dirname, '../../../..'), file);
}
