import type { Viewer } from '@mycelium/kit/viewer';
import { GraphQLError } from 'graphql';
import type { CallContext } from '../call-context.ts';
import type { Operation } from '../supergraph/operation.ts';
import type { Runtime } from '../supergraph/runtime.ts';
import { type Policies, refusals } from './access.ts';
import { type Cost, type LimitSettings, measure } from './limits.ts';
import { coerceVariables } from './variables.ts';

/** Who may ask for the schema; API keys never may. */
export type Introspection = 'everyone' | 'known viewers' | 'admins';

/** What an operation must pass before it runs. */
export interface Protection {
  introspection: Introspection;
  limits: LimitSettings;
  policies: Policies;
  /** Called when fields are refused, so that it can be reported. */
  onRefused?(operation: Operation, context: CallContext, refused: readonly GraphQLError[]): void;
}

type Admission =
  | { variables: Record<string, unknown>; cost?: Cost }
  | { refused: GraphQLError[] }
  | { unfit: GraphQLError[] };

/** What must be true before anything is executed: the viewer may see every field, the variables fit, and it is not too much. */
export function admit(
  runtime: Runtime,
  operation: Operation,
  given: Record<string, unknown>,
  context: CallContext,
  protection: Protection,
): Admission {
  const { introspection, limits, policies } = protection;
  const { viewer, open } = context;
  const refused = refusals(viewer, operation.guarded, policies);
  if (refused.length > 0) protection.onRefused?.(operation, context, refused);
  if (operation.introspects && !open && !mayIntrospect(viewer, introspection)) refused.push(schemaRefusal(viewer));
  if (refused.length > 0) return { refused };
  const coerced = coerceVariables(runtime.api, operation.definition, given, hidesSchema(protection));
  if ('errors' in coerced) return { unfit: coerced.errors };
  const { exceeded, cost } = measure(operation, coerced.values, context, limits);
  return exceeded.length > 0 ? { unfit: exceeded } : { variables: coerced.values, cost };
}

/** Whether there are viewers from whom the schema is kept, so that no error should name what else it has. */
export function hidesSchema({ introspection }: Protection): boolean {
  return introspection !== 'everyone';
}

function mayIntrospect({ kind, role }: Viewer, introspection: Introspection): boolean {
  if (kind === 'client') return false;
  if (introspection === 'admins') return role === 'ADMIN';
  return introspection === 'everyone' || kind !== 'anonymous';
}

function schemaRefusal({ kind }: Viewer): GraphQLError {
  const reason = 'SCHEMA_HIDDEN';
  return kind === 'anonymous'
    ? new GraphQLError('Log in to see the schema.', { extensions: { code: 'UNAUTHENTICATED', reason } })
    : new GraphQLError('You may not see the schema.', { extensions: { code: 'FORBIDDEN', reason } });
}
