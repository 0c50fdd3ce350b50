import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** What a document asks, and why it cannot be registered, if it cannot. */
export interface Inspected {
  name?: string;
  kind?: 'query' | 'mutation' | 'subscription';
  rootFields: string[];
  /** Sentences; none when the document is good. */
  problems: string[];
}

/** The gateway executes it, so documents may have it; the printed schema leaves it out. */
const DEFER = 'directive @defer(label: String, if: Boolean! = true) on FRAGMENT_SPREAD | INLINE_FRAGMENT';
const MOST_TOKENS = 10_000;
const MOST_PROBLEMS = 10;

let schema: GraphQLSchema | undefined;

/** Reads a document against the schema that clients see. */
export function inspectDocument(text: string): Inspected {
  let document: DocumentNode;
  try {
    document = parse(text, { maxTokens: MOST_TOKENS });
  } catch (error) {
    if (error instanceof GraphQLError) return { rootFields: [], problems: [sentence(error)] };
    throw error;
  }
  const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const [operation] = operations;
  if (!operation || operations.length > 1) {
    return { rootFields: [], problems: [`It has ${operations.length} operations; register each by itself.`] };
  }
  schema ??= buildSchema(`${readFileSync(new URL('../api.graphql', import.meta.url), 'utf8')}\n${DEFER}`);
  const rootFields = rootFieldsOf(schema, document, operation);
  const problems = [
    ...(operation.name ? [] : ['Give the operation a name; its use is counted under it.']),
    ...(rootFields.some((field) => field === '__schema' || field === '__type')
      ? ['The schema is not for API clients.']
      : []),
    ...errorsOf(schema, document),
  ];
  return { name: operation.name?.value, kind: operation.operation, rootFields, problems };
}

function errorsOf(schema: GraphQLSchema, document: DocumentNode): string[] {
  try {
    return validate(schema, document, undefined, { maxErrors: MOST_PROBLEMS }).map(sentence);
  } catch {
    // graphql 16 collects the root fields of a subscription without variables, and throws at @include(if: $variable).
    return ['The root field of a subscription cannot carry @skip or @include.'];
  }
}

/** Also those in fragments, each once. */
function rootFieldsOf(schema: GraphQLSchema, document: DocumentNode, { operation }: OperationDefinitionNode): string[] {
  const root = schema.getRootType(operation);
  const fields = new Set<string>();
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      Field({ name }) {
        if (root && info.getParentType() === root) fields.add(name.value);
      },
    }),
  );
  return [...fields];
}

function sentence({ message, locations }: GraphQLError): string {
  const [place] = locations ?? [];
  return place ? `Line ${place.line}, column ${place.column}: ${message}` : message;
}
