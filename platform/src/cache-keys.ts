import { buildSchema, type GraphQLObjectType, isObjectType } from 'graphql';

/**
 * How a normalised cache tells the things of each type apart: by the key by which subgraphs know it, or not at all where it
 * has neither a key nor an id, and is part of what it belongs to. A type with an id needs no line.
 */
export function cacheKeysOf(api: string, supergraph: string): string {
  const schema = buildSchema(api);
  const known = buildSchema(supergraph, { assumeValidSDL: true });
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const lines = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => !type.name.startsWith('__') && !roots.includes(type) && !hasId(type))
    .map(({ name }) => name)
    .sort()
    .map((name) => `  ${name}: ${keyOf(known.getType(name))},`);
  return `${head}${lines.join('\n')}\n};\n`;
}

const head = `// Made by \`npm run generate\`.
import type { KeyingConfig } from '@urql/exchange-graphcache';

const embedded = () => null;

export const cacheKeys: KeyingConfig = {
`;

function hasId(type: GraphQLObjectType): boolean {
  return String(type.getFields().id?.type) === 'ID!';
}

/** The supergraph says it as `@join__type(graph: …, key: "tenantId")`; a key that reaches into other things is none for a cache. */
function keyOf(type: unknown): string {
  const directives = isObjectType(type) ? (type.astNode?.directives ?? []) : [];
  const keys = directives
    .flatMap((directive) => directive.arguments ?? [])
    .flatMap(({ name, value }) => (name.value === 'key' && value.kind === 'StringValue' ? [value.value] : []));
  const names = keys.find((key) => !key.includes('{'))?.split(' ');
  if (!names) return 'embedded';
  return `({ ${names.join(', ')} }) => [${names.join(', ')}].join(' ')`;
}
