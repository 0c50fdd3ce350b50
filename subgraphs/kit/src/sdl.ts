import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { Cursor, DateTime, MinorUnits, Settings } from '@mycelium/schema/scalars';
import { type DefinitionNode, type DocumentNode, type GraphQLSchema, isObjectType, parse, print } from 'graphql';
import { buildSchema, type ClassType, createResolversMap, type PubSub } from 'type-graphql';
import { checkAllowed } from './allow.ts';
import { type AtRoot, withRootFields } from './at-root.ts';
import { guardArguments } from './border.ts';
import { classesOf, type Part } from './part.ts';
import { referenceResolver } from './reference.ts';
import { mutationTransaction } from './transaction.ts';

const FEDERATION = `@link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@requires", "@external", "@shareable", "@inaccessible", "@authenticated", "@requiresScopes", "@tag", "@cost", "@listSize"`;

const LINK = `extend schema ${FEDERATION}\n])\n\n`;

/** By this the gateway knows a field whose answer is one person's: it shares no subscription to it, and no answer that it keeps. */
const LINK_OF_VIEWERS = `extend schema ${FEDERATION}, "@composeDirective"
])
@link(url: "https://mycelium.example/viewer/v1.0", import: ["@viewerSpecific"])
@composeDirective(name: "@viewerSpecific")

directive @viewerSpecific on FIELD_DEFINITION\n\n`;

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
  const graph = await buildSchema({
    resolvers: [first, ...others],
    orphanedTypes: [...types, ...references],
    authChecker: checkAllowed,
    globalMiddlewares: [mutationTransaction],
    scalarsMap: [{ type: Date, scalar: DateTime }],
    pubSub: feedsOnly,
    validate: false,
  });
  const built = withRootFields(graph, atRoot);
  const text = print(inOrder(parse(printSchemaWithDirectives(built))));
  const sdl = (text.includes('@viewerSpecific') ? LINK_OF_VIEWERS : LINK) + text;
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
