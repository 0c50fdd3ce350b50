import type { GraphQLSchema } from 'graphql';
import { type Data, isData } from './run.ts';
import { isConcrete } from './type-names.ts';

/**
 * Adds an answer to what is known of an object. A value beats null, so that a subgraph that failed takes nothing away,
 * and the name of an object type beats the interface that another subgraph knows it by.
 */
export function mergeInto(schema: GraphQLSchema, known: Data, answer: Data): void {
  for (const key of Object.keys(answer)) {
    if (key === '__proto__') continue;
    const next = answer[key];
    const before = known[key];
    if (before === next || next === undefined) continue;
    if (before === undefined || before === null) known[key] = next;
    else if (next === null) continue;
    else if (key === '__typename') {
      if (!isConcrete(schema, before) || isConcrete(schema, next)) known[key] = next;
    } else known[key] = merged(schema, before, next);
  }
}

function merged(schema: GraphQLSchema, before: unknown, next: unknown): unknown {
  // A number that was kept digit by digit is no object.
  if (isData(before) && isData(next) && !JSON.isRawJSON(next)) {
    mergeInto(schema, before, next);
    return before;
  }
  if (!Array.isArray(before) || !Array.isArray(next)) return next;
  next.forEach((item, index) => {
    const known = before[index];
    if (known === undefined || known === null) before[index] = item;
    else if (item !== null) before[index] = merged(schema, known, item);
  });
  return before;
}
