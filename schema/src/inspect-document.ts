import { readFileSync } from 'node:fs';
import { buildSchema, type DocumentNode, GraphQLError, type GraphQLSchema, Kind, parse, validate } from 'graphql';
import { type Access, guardedFields, readAccess, scopesNeeded } from './access.ts';
import { assumedCost } from './limits/assumed-cost.ts';
import { type Size, sizeOf } from './limits/limits.ts';
import { asksForSchema, outlineOf } from './limits/outline.ts';
import { readSplits, type Splits } from './limits/splits.ts';
import { readWeights, type Weights } from './limits/weights.ts';
import { readDocument } from './read-document.ts';

/** What a document asks, and why it cannot be registered, if it cannot. */
export interface Inspected {
  name?: string;
  kind?: 'query' | 'mutation' | 'subscription';
  rootFields: string[];
  /** Sentences; none when the document is good. */
  problems: string[];
  /** What is known of a document that is good. */
  known?: {
    size: Size;
    /** As `assumedCost` says. */
    cost: number;
    /** As `scopesNeeded` says. */
    scopes: string[][][];
  };
}

/** What documents are read against. */
export interface Graph {
  api: GraphQLSchema;
  weights: Weights;
  access: Access;
  splits: Splits;
}

/** The gateway executes it, so documents may have it; the printed schema leaves it out. */
const DEFER = 'directive @defer(label: String, if: Boolean! = true) on FRAGMENT_SPREAD | INLINE_FRAGMENT';
const MOST_PROBLEMS = 10;

/** Characters of documents of which it is remembered what was found. */
const MOST_REMEMBERED = 2_000_000;

/** The graph that this version of the house runs: the schema that clients see, with the weights and scopes of the supergraph. */
const committed = lazily(() => graphOf(readCommitted('api.graphql'), readCommitted('supergraph.graphql')));
const remembered = new Map<string, Inspected>();
let charactersRemembered = 0;

export function graphOf(api: string, supergraph: string): Graph {
  const document = parse(supergraph);
  return {
    api: buildSchema(`${api}\n${DEFER}`),
    weights: readWeights(document),
    access: readAccess(document),
    splits: readSplits(document),
  };
}

/** Reads a document against the graph of this version; the same text is read once. */
export function inspectDocument(text: string): Inspected {
  const known = remembered.get(text);
  if (known) return known;
  const inspected = inspectAgainst(committed(), text);
  charactersRemembered += text.length;
  if (charactersRemembered > MOST_REMEMBERED) {
    remembered.clear();
    charactersRemembered = text.length;
  }
  remembered.set(text, inspected);
  return inspected;
}

/** Reads a document against a graph. */
export function inspectAgainst({ api: schema, weights, access, splits }: Graph, text: string): Inspected {
  let document: DocumentNode;
  try {
    document = readDocument(text, schema, { splits });
  } catch (error) {
    if (error instanceof GraphQLError) return { rootFields: [], problems: [sentence(error)] };
    throw error;
  }
  const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const [operation] = operations;
  if (!operation || operations.length > 1) {
    return { rootFields: [], problems: [`It has ${operations.length} operations; register each by itself.`] };
  }
  const outline = outlineOf(schema, document, operation, splits);
  const rootFields = [...outline.roots];
  const problems = [
    ...(operation.name ? [] : ['Give the operation a name; its use is counted under it.']),
    ...(asksForSchema(outline) ? ['The schema is not for API clients.'] : []),
    ...errorsOf(schema, document),
  ];
  const what = { name: operation.name?.value, kind: operation.operation, rootFields, problems };
  if (problems.length > 0) return what;
  const known = {
    size: sizeOf(outline),
    cost: assumedCost(schema, weights, document, operation),
    scopes: scopesNeeded(guardedFields(schema, access, document, operation).guarded),
  };
  return { ...what, known };
}

function readCommitted(file: string): string {
  return readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
}

function lazily<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function errorsOf(schema: GraphQLSchema, document: DocumentNode): string[] {
  try {
    return validate(schema, document, undefined, { maxErrors: MOST_PROBLEMS }).map(sentence);
  } catch {
    // graphql 16 collects the root fields of a subscription without variables, and throws at @include(if: $variable).
    return ['The root field of a subscription cannot carry @skip or @include.'];
  }
}

function sentence({ message, locations }: GraphQLError): string {
  const [place] = locations ?? [];
  return place ? `Line ${place.line}, column ${place.column}: ${message}` : message;
}
