import type { IncomingHttpHeaders } from 'node:http';
import type { Viewer } from '@mycelium/kit/viewer';
import type { Origin } from '../origin.ts';
import type { SubscriptionPlan } from './plan.ts';

/** What a client wants to hear. */
export interface Interest {
  plan: SubscriptionPlan;
  /** The variables as the client gave them. */
  given: Record<string, unknown>;
  /** Coerced. */
  variables: Record<string, unknown>;
  viewer: Viewer;
  /** Where the text came from. */
  origin?: Origin;
  /** The headers of the client that a rule forwards. */
  headers?: IncomingHttpHeaders;
  /** The position that the client resumes from. */
  after?: unknown;
}

/** What must be equal to share. Where somebody resumes from is not part of it: who catches up joins the others. */
export function keyOf(interest: Interest): string {
  const { plan, variables } = interest;
  const { kind, id, tenantId, scopes, application, locationId, personId } = grantsOf(interest);
  const shared = plan.positionVariable ? { ...variables, [plan.positionVariable]: undefined } : variables;
  return JSON.stringify([
    plan.text,
    shared,
    kind,
    id,
    tenantId,
    scopes,
    application,
    locationId,
    personId,
    interest.headers,
  ]);
}

/** The part of a viewer that a shared subscription may depend on: no person, unless a selected field is `@viewerSpecific`. */
export function grantsOf({ viewer, plan }: Interest): Viewer {
  if (plan.operation.viewerSpecific) return { ...viewer, scopes: [...viewer.scopes].sort() };
  const { kind, tenantId, application, locationId } = viewer;
  return { kind, id: '', tenantId, application, locationId, scopes: [...viewer.scopes].sort() };
}
