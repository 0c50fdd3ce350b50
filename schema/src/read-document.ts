import { type DocumentNode, GraphQLError, type GraphQLSchema, getIntrospectionQuery, Kind, parse } from 'graphql';
import { nestingOf } from './limits/nesting.ts';
import { MOST_NESTING, outliner } from './limits/outline.ts';
import { repeatsIn } from './limits/repeats.ts';
import { noSplits, type Splits } from './limits/splits.ts';
import { widenVariables } from './widen-variables.ts';

/** What every document is held to before anything else looks at it, registered or not, in every mode. */
export interface Bounds {
  tokens: number;
  /** As `Outline` says, of all operations together, and of each fragment. */
  selections: number;
  /** As `repeatsIn` counts. */
  repeats: number;
}

/** More than any operation of ours has, and few enough to be read at once. */
export const bounds: Bounds = { tokens: 10_000, selections: 5_000, repeats: 20_000 };

/** How often the whole schema may be asked for in one document. */
const MOST_SCHEMAS = 2;

/**
 * Parses a document from anybody. Throws `GRAPHQL_PARSE_FAILED`, or `OPERATION_TOO_LARGE` with its `limit` when it would take us too long
 * only to find out whether it is valid: written out it is counted without being written out.
 */
export function readDocument(
  text: string,
  schema: GraphQLSchema,
  { splits = noSplits, most = bounds }: { splits?: Splits; most?: Bounds } = {},
): DocumentNode {
  const nesting = nestingOf(text);
  if (nesting > MOST_NESTING) throw tooLarge('nesting', nesting, MOST_NESTING);
  const document = parsed(text, most.tokens);
  const outline = outliner(schema, document, splits);
  const operations = document.definitions.flatMap((each) =>
    each.kind === Kind.OPERATION_DEFINITION ? [outline.ofOperation(each)] : [],
  );
  const fragments = document.definitions.flatMap((each) =>
    each.kind === Kind.FRAGMENT_DEFINITION ? [outline.ofFragment(each.name.value)] : [],
  );
  const all = [...operations, ...fragments];
  const deepest = all.reduce((most, each) => Math.max(most, each.nesting), 0);
  if (deepest > MOST_NESTING) throw tooLarge('nesting', deepest, MOST_NESTING);
  const together = operations.reduce((total, each) => total + each.selections, 0);
  const selections = fragments.reduce((most, each) => Math.max(most, each.selections), together);
  if (selections > most.selections) throw tooLarge('selections', selections, most.selections);
  const introspected = all.reduce((total, each) => total + each.introspected, 0);
  const mostIntrospected = MOST_SCHEMAS * wholeSchema(schema);
  if (introspected > mostIntrospected)
    throw tooLarge('introspection', Math.ceil(introspected), Math.floor(mostIntrospected));
  const repeats = repeatsIn(document, most.selections);
  if (repeats > most.repeats) throw tooLarge('repeats', repeats, most.repeats);
  return widenVariables(schema, document);
}

const words = {
  nesting: 'levels of brackets or fragments',
  selections: 'selections when its fragments are written out',
  introspection: 'entries of the schema',
  repeats: 'pairs of fields for one place of the answer',
};

function tooLarge(limit: keyof typeof words, counted: number, allowed: number): GraphQLError {
  const actual = Number.isSafeInteger(counted) ? counted : undefined;
  return new GraphQLError(`The document has ${actual ?? 'far too many'} ${words[limit]}; the limit is ${allowed}.`, {
    extensions: { code: 'OPERATION_TOO_LARGE', limit, actual, allowed, http: { status: 400 } },
  });
}

function parsed(text: string, maxTokens: number): DocumentNode {
  try {
    return parse(text, { maxTokens });
  } catch (error) {
    const { message, source, positions } = error instanceof GraphQLError ? error : new GraphQLError(String(error));
    throw new GraphQLError(message, { source, positions, extensions: { code: 'GRAPHQL_PARSE_FAILED' } });
  }
}

const wholes = new WeakMap<GraphQLSchema, number>();

/** What the query of the usual tools introspects, with everything that they can ask for. */
function wholeSchema(schema: GraphQLSchema): number {
  const known = wholes.get(schema);
  if (known !== undefined) return known;
  const all = { descriptions: true, specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true };
  const document = parse(getIntrospectionQuery({ ...all, inputValueDeprecation: true, oneOf: true }));
  const [operation] = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const whole = operation ? outliner(schema, document, noSplits).ofOperation(operation).introspected : 0;
  wholes.set(schema, whole);
  return whole;
}
