import { type GraphQLLeafType, isEnumType } from 'graphql';
import type { Complete } from './completion.ts';

/** Values of subgraphs are serialised already; what does not fit the type becomes null, with an error. */
export function completeLeaf(type: GraphQLLeafType): Complete {
  const serialise = serialiserOf(type);
  const message = `A subgraph returned something that is not a ${type.name}.`;
  return (value, completion, key) => {
    if (value === null || value === undefined) return null;
    const fit = serialise(value);
    if (fit === undefined) completion.report(key, message);
    return fit;
  };
}

/** Serialises a leaf value; undefined for what does not fit. */
type Serialise = (value: unknown) => unknown;

const scalars: Record<string, Serialise> = {
  String: (value) => (typeof value === 'string' ? value : undefined),
  Boolean: (value) => (typeof value === 'boolean' ? value : undefined),
  Int: (value) => (Number.isInteger(value) && value === (Number(value) | 0) ? value : undefined),
  Float: (value) => (Number.isFinite(value) ? value : JSON.isRawJSON(value) ? Number(value.rawJSON) : undefined),
  ID: (value) => (typeof value === 'string' ? value : Number.isInteger(value) ? String(value) : wholeDigitsOf(value)),
};

function serialiserOf(type: GraphQLLeafType): Serialise {
  if (isEnumType(type)) {
    // The API may leave out values that a subgraph knows.
    const names = new Set<unknown>(type.getValues().map(({ name }) => name));
    return (value) => (names.has(value) ? value : undefined);
  }
  // A number that is too large was read as infinity, and would be written as null.
  return scalars[type.name] ?? ((value) => (typeof value === 'number' && !Number.isFinite(value) ? undefined : value));
}

/** The digits of a whole number that was kept digit by digit. */
function wholeDigitsOf(value: unknown): string | undefined {
  return JSON.isRawJSON(value) && /^-?\d+$/.test(value.rawJSON) ? value.rawJSON : undefined;
}
