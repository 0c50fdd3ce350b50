import { noteHostile } from '@mycelium/kit/hostile';
import type { GraphQLError } from 'graphql';
import type { CallContext } from './call-context.ts';

/** What these codes and reasons tell a client is logged too: nobody meets them by accident. */
const bounds = new Map<unknown, string>([
  ['RATE_LIMITED', 'more than a rate allows'],
  ['OPERATION_TOO_LARGE', 'an operation that is too large'],
  ['OPERATION_TOO_COSTLY', 'an operation that costs too much'],
  ['TOO_MANY_SUBSCRIPTIONS', 'more subscriptions than are allowed'],
  ['FORGERY', 'a request that another site may have sent'],
  ['TOO_MANY_CONNECTIONS', 'more connections than are allowed'],
  ['SCHEMA_HIDDEN', 'the schema, asked for by somebody who may not see it'],
  ['BROKEN_TEXT', 'text with a NUL or half of a character'],
  ['TOO_DEEP', 'a value of too many levels'],
  ['PLATFORM_ONLY', 'an event that only the platform tells'],
  ['TOO_SLOW', 'a payload whose check takes too long'],
]);

type Caller = Pick<CallContext, 'log' | 'address'> & Partial<Pick<CallContext, 'correlationId' | 'viewer'>>;

/** Notes those of the errors that stop what nobody who means well does. */
export function noteBounds(errors: readonly Pick<GraphQLError, 'extensions'>[], caller: Caller): void {
  for (const { extensions } of errors) {
    const what = bounds.get(extensions.code) ?? bounds.get(extensions.reason);
    if (what) noteHostile(caller.log, { what, from: sourceOf(caller), details: detailsOf(caller) });
  }
}

function sourceOf({ address, viewer }: Caller): string {
  return viewer?.kind === 'client' ? `API client ${viewer.id}` : (address ?? 'unknown');
}

function detailsOf({ correlationId, viewer }: Caller): Record<string, unknown> {
  return { correlationId, ...(viewer && { viewer: viewer.kind, viewerId: viewer.id || undefined }) };
}
