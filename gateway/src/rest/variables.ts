import { parseExact } from '@mycelium/kit/exact-json';
import { type GraphQLInputType, getNamedType, getNullableType, isListType } from 'graphql';
import type { Binding } from './binding.ts';

/** What a request says, before it is understood. */
export interface Asked {
  path: Record<string, string>;
  query: Record<string, string | string[] | undefined>;
  body: unknown;
}

/** The variables of an operation out of a request; texts become what their types say, and the operation checks the rest. */
export function variablesOf({ bound }: Binding, { path, query, body }: Asked): Record<string, unknown> {
  const values = bound.flatMap(({ name, source, type }): [string, unknown][] => {
    if (source.in === 'body') {
      const value = source.name === undefined ? body : fieldOf(body, source.name);
      return value === undefined ? [] : [[name, value]];
    }
    const text = source.in === 'path' ? path[source.name] : query[source.name];
    return text === undefined ? [] : [[name, fromText(text, type)]];
  });
  return Object.fromEntries(values);
}

function fieldOf(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined;
}

function fromText(text: string | string[], type: GraphQLInputType): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return (Array.isArray(text) ? text : [text]).map((each) => fromText(each, nullable.ofType));
  // Twice where there is room for one: as it is, so that the operation refuses it.
  if (Array.isArray(text)) return text;
  const { name } = getNamedType(type);
  if (name === 'MinorUnits') return /^-?(0|[1-9]\d*)$/.test(text) ? parseExact(text) : text;
  if (name === 'Int' || name === 'Float') return /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text) ? Number(text) : text;
  if (name === 'Boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}
