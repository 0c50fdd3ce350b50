import { GraphQLError } from 'graphql';
import { refusals } from './access.ts';
import type { CallContext } from './call-context.ts';
import type { Operation } from './operations.ts';
import type { Runtime } from './supergraph.ts';
import { coerceVariables } from './variables.ts';

/** Who may ask for the schema. */
export type Introspection = 'everyone' | 'known viewers';

/** What must be true before anything is executed: the viewer may see every field, and the variables fit. */
export function admit(
  runtime: Runtime,
  operation: Operation,
  given: Record<string, unknown>,
  context: CallContext,
  introspection: Introspection,
): { variables: Record<string, unknown> } | { refused: GraphQLError[] } | { unfit: GraphQLError[] } {
  const refused = context.open ? [] : refusals(context.viewer, operation.guarded);
  if (operation.introspects && introspection === 'known viewers' && context.viewer.kind === 'anonymous') {
    refused.push(new GraphQLError('Log in to see the schema.', { extensions: { code: 'UNAUTHENTICATED' } }));
  }
  if (refused.length > 0) return { refused };
  const coerced = coerceVariables(runtime.api, operation.definition, given);
  return 'errors' in coerced ? { unfit: coerced.errors } : { variables: coerced.values };
}
