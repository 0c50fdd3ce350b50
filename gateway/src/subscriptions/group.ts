import { randomUUID } from 'node:crypto';
import type { Viewer } from '@mycelium/kit/viewer';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import type { CallContext, Sign } from '../call-context.ts';
import { presentErrors } from '../errors.ts';
import type { Metrics } from '../observe.ts';
import type { Subgraph } from '../subgraph.ts';
import { completeEvent, type DataSources } from './complete.ts';
import { withPatience } from './patience.ts';
import type { SubscriptionPlan } from './plan.ts';
import { createRecent, type Recent } from './recent.ts';
import { startUpstream } from './upstream.ts';

/** One subscription of one client. */
export interface Member {
  /** The payload of a `next` message, serialised once for everyone, and its position. */
  next(payload: string, cursor?: string): void;
  error(errors: readonly GraphQLFormattedError[]): void;
  complete(): void;
}

/** What a client wants to hear. */
export interface Interest {
  plan: SubscriptionPlan;
  /** Coerced. */
  variables: Record<string, unknown>;
  viewer: Viewer;
  /** The position that the client resumes from. */
  after?: unknown;
}

export interface GroupOptions {
  subgraphs: ReadonlyMap<string, Subgraph>;
  sources: DataSources;
  sign: Sign;
  metrics: Metrics;
  log: Logger;
  open: boolean;
}

type Farewell = (member: Member) => void;

/** Those who hear the same events: one upstream, one completion and one serialisation per event. */
export interface Group {
  members: Map<Member, Interest>;
  recent: Recent;
  /** Ends the upstream; members stay. */
  stop(): void;
}

interface Listener {
  /** An event was handed to every member. */
  onDelivered(): void;
  /** The upstream is over and members should be told. */
  onEnd(farewell: Farewell): void;
}

export function openGroup(interest: Interest, options: GroupOptions, { onDelivered, onEnd }: Listener): Group {
  const { plan, variables } = interest;
  const { subgraphs, sign, metrics, log, open } = options;
  const subgraph = subgraphs.get(plan.service);
  if (!subgraph) throw new Error(`There is no subgraph ${plan.service}.`);
  const sources = withPatience(options.sources);
  const members: Group['members'] = new Map();
  const recent = createRecent();
  const { primary, resumption } = plan;
  const own = Object.fromEntries(
    (primary.variableUsages ?? []).flatMap((name) => (name in variables ? [[name, variables[name]]] : [])),
  );
  const grants = grantsOf(interest);
  const callContext = (): CallContext => ({ viewer: grants, correlationId: randomUUID(), log, open });
  if (interest.after !== undefined) recent.begin(String(interest.after));

  const upstream = startUpstream({
    service: plan.service,
    source: subgraph.events,
    after: interest.after,
    call: (cursor) => ({
      query: resumption?.query ?? primary.operation,
      variables: resumption ? resumption.variables(own, cursor) : own,
      operationName: primary.operationName,
      context: sign(callContext()),
      ...(resumption && cursor === undefined && { tellPosition: true }),
    }),
    cursorOf: (data) => resumption?.cursorOf(data),
    onPosition(cursor) {
      recent.begin(String(cursor));
      onDelivered();
    },
    async onEvent(event) {
      metrics.events.inc();
      const message = await completeEvent(plan, sources, event, variables, callContext());
      const cursor = textOf(resumption?.cursorOf(event.data));
      const payload = JSON.stringify(cursor === undefined ? message : { ...message, extensions: { cursor } });
      metrics.delivered.inc(members.size);
      recent.add(cursor, payload);
      for (const member of members.keys()) member.next(payload, cursor);
      onDelivered();
    },
    onEnd(errors) {
      if (!errors) return onEnd((member) => member.complete());
      const known =
        errors.length > 0 ? errors : [new GraphQLError(`The subgraph ${plan.service} refused without a reason.`)];
      const told = presentErrors(
        known.map((error) => fromService(error, plan.service)),
        callContext(),
      );
      onEnd((member) => member.error(told));
    },
    onLost({ reason, cursor }) {
      const resumed = cursor !== undefined;
      log.warn({ subgraph: plan.service, reason, resumed, members: members.size }, 'an upstream subscription was lost');
      metrics.reconnects.inc({ subgraph: plan.service, resumed: String(resumed) });
    },
  });
  metrics.groups.inc();
  let isStopped = false;

  return {
    members,
    recent,
    stop() {
      if (isStopped) return;
      isStopped = true;
      metrics.groups.dec();
      upstream.stop();
    },
  };
}

/** What must be equal to share. Where somebody resumes from is not part of it: who catches up joins the others. */
export function keyOf(interest: Interest): string {
  const { plan, variables } = interest;
  const { kind, id, tenantId, scopes } = grantsOf(interest);
  const shared = plan.positionVariable ? { ...variables, [plan.positionVariable]: undefined } : variables;
  return JSON.stringify([plan.runtime.id, plan.text, shared, kind, id, tenantId, scopes]);
}

/** The part of a viewer that a shared subscription may depend on: no person, unless a selected field is `@viewerSpecific`. */
function grantsOf({ viewer, plan }: Interest): Viewer {
  if (plan.operation.viewerSpecific) return { ...viewer, scopes: [...viewer.scopes].sort() };
  return { kind: viewer.kind, id: '', tenantId: viewer.tenantId, scopes: [...viewer.scopes].sort() };
}

function textOf(cursor: unknown): string | undefined {
  return cursor === undefined || cursor === null ? undefined : String(cursor);
}

function fromService(error: GraphQLError, service: string): GraphQLError {
  return new GraphQLError(error.message, {
    path: error.path,
    originalError: error.originalError,
    extensions: { ...error.extensions, serviceName: service },
  });
}
