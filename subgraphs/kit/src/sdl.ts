import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { Cursor, DateTime, MinorUnits, Settings } from '@mycelium/schema/scalars';
import { type DefinitionNode, type DocumentNode, type GraphQLSchema, isObjectType, parse, print } from 'graphql';
import { buildSchema, type ClassType, createResolversMap, getMetadataStorage, type PubSub } from 'type-graphql';
import { checkAllowed } from './allow.ts';
import { type AtRoot, withRootFields } from './at-root.ts';
import { guardArguments } from './border.ts';
import { classesOf, type Part } from './part.ts';
import { referenceResolver } from './reference.ts';
import { mutationTransaction } from './transaction.ts';

const FEDERATION = `@link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@requires", "@external", "@shareable", "@inaccessible", "@authenticated", "@requiresScopes", "@tag", "@cost", "@listSize"`;

/**
 * What the gateway knows of a field by a directive of ours: `@viewerSpecific`, that its answer is one person's, so that
 * neither a subscription to it is shared nor its answer kept for others; `@currentState`, that each event of a subscription is
 * all of the state, so that whoever joins a shared one is sent the last.
 */
const OURS = { viewerSpecific: 'viewer', currentState: 'live' };

/** The links of what a text uses, before it. */
function withLinks(text: string): string {
  const used = Object.entries(OURS).filter(([name]) => text.includes(`@${name}`));
  const composed = used.map(
    ([name, feature]) =>
      `@link(url: "https://mycelium.example/${feature}/v1.0", import: ["@${name}"])\n@composeDirective(name: "@${name}")\n`,
  );
  const definitions = used.map(([name]) => `directive @${name} on FIELD_DEFINITION\n\n`);
  const compose = used.length > 0 ? ', "@composeDirective"' : '';
  return [`extend schema ${FEDERATION}${compose}\n])\n`, ...composed, '\n', ...definitions, text].join('');
}

/** TypeGraphQL asks for a bus of its own; here every subscription says itself what it follows. */
const feedsOnly: PubSub = {
  publish: (topic) => {
    throw new Error(`Tell ${topic} with ctx.publish.`);
  },
  subscribe: (topic) => {
    throw new Error(`Follow ${topic} with ctx.subscribe.`);
  },
};

/** The subgraph's SDL with its federation directives, and the schema that executes it. */
export async function buildGraph(
  parts: readonly Part[],
  references: readonly ClassType[],
  atRoot: readonly AtRoot[] = [],
): Promise<{ sdl: string; schema: GraphQLSchema }> {
  const { types, nouns, resolvers } = classesOf(parts);
  const [first, ...others] = resolvers;
  if (!first) throw new Error('A subgraph has at least one resolver.');
  keepMutationsWhole();
  const graph = await buildSchema({
    resolvers: [first, ...others],
    orphanedTypes: [...types, ...references],
    authChecker: checkAllowed,
    scalarsMap: [{ type: Date, scalar: DateTime }],
    pubSub: feedsOnly,
    validate: false,
  });
  const built = withRootFields(graph, atRoot);
  const sdl = withLinks(print(inOrder(parse(printSchemaWithDirectives(built)))));
  const resolverMap = createResolversMap(built);
  for (const noun of nouns) {
    const fields = resolverMap[noun.name];
    if (built.getType(noun.name)?.astNode?.directives?.some(({ name }) => name.value === 'key')) {
      resolverMap[noun.name] = { ...fields, __resolveReference: referenceResolver(noun) } as NonNullable<typeof fields>;
    }
  }
  const scalars = [Cursor, DateTime, MinorUnits, Settings].filter(({ name }) => built.getType(name));
  const schema = buildSubgraphSchema([
    {
      typeDefs: parse(sdl),
      resolvers: { ...resolverMap, ...Object.fromEntries(scalars.map((each) => [each.name, each])) } as never,
    },
  ]);
  keepExtensions(built, schema);
  guardArguments(schema);
  return { sdl, schema };
}

const whole = new WeakSet<object>();

/**
 * Each mutation has its transaction, before whatever else stands between it and who may call it. A middleware of the whole
 * graph would also stand before each property of each row, and make a promise of it.
 */
function keepMutationsWhole(): void {
  const { mutations, middlewares } = getMetadataStorage();
  for (const mutation of mutations) {
    if (whole.has(mutation)) continue;
    whole.add(mutation);
    const { target, methodName } = mutation;
    middlewares.unshift({ target, fieldName: methodName, middlewares: [mutationTransaction] });
  }
}

/** SDL has no place for the extensions of a field, so they are carried over. */
function keepExtensions(from: GraphQLSchema, to: GraphQLSchema): void {
  for (const type of Object.values(to.getTypeMap())) {
    const known = from.getType(type.name);
    if (!isObjectType(type) || !isObjectType(known)) continue;
    const fields = type.getFields();
    for (const field of Object.values(known.getFields()))
      Object.assign(fields[field.name]?.extensions ?? {}, field.extensions);
  }
}

const FIRST = ['Query', 'Mutation', 'Subscription'];

/** Types by name behind the roots, whatever order their classes were loaded in, so that the committed SDL changes only when the graph does. */
function inOrder({ definitions, ...document }: DocumentNode): DocumentNode {
  const rank = (definition: DefinitionNode): string => {
    const name = 'name' in definition ? (definition.name?.value ?? '') : '';
    const place = FIRST.indexOf(name);
    return place < 0 && name ? `1${name}` : `0${place}`;
  };
  return { ...document, definitions: definitions.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1)) };
}
