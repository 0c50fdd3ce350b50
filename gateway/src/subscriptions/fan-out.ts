import { randomUUID } from 'node:crypto';
import type { Viewer } from '@mycelium/kit/viewer';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import type { CallContext, Sign } from '../call-context.ts';
import { presentErrors } from '../errors.ts';
import type { Sources } from '../execute/run.ts';
import type { Metrics } from '../observe.ts';
import type { Subgraph } from '../subgraph.ts';
import { completeEvent } from './complete.ts';
import type { SubscriptionPlan } from './plan.ts';
import { startUpstream } from './upstream.ts';

/** One subscription of one client. */
export interface Member {
  /** The payload of a `next` message, serialised once for everyone. */
  next(payload: string): void;
  error(errors: readonly GraphQLFormattedError[]): void;
  complete(): void;
}

/** What a client wants to hear. */
export interface Interest {
  plan: SubscriptionPlan;
  /** Coerced. */
  variables: Record<string, unknown>;
  viewer: Viewer;
}

interface Options {
  subgraphs: ReadonlyMap<string, Subgraph>;
  sources: Sources;
  sign: Sign;
  metrics: Metrics;
  log: Logger;
  open: boolean;
}

interface Group {
  members: Set<Member>;
  stop(): void;
}

export type FanOut = ReturnType<typeof createFanOut>;

/** Groups identical subscriptions: one upstream, one completion and one serialisation per event for all of them. */
export function createFanOut(options: Options) {
  const groups = new Map<string, Group>();
  const { metrics } = options;

  return {
    /** Adds a member to its group; what is returned takes it out again, and the last one out ends the upstream. */
    join(interest: Interest, member: Member): () => void {
      const key = keyOf(interest);
      let group = groups.get(key);
      if (!group) {
        group = openGroup(interest, options, () => groups.delete(key));
        groups.set(key, group);
        metrics.groups.inc();
      }
      const { members, stop } = group;
      members.add(member);
      metrics.subscriptions.inc();
      return () => {
        if (!members.delete(member)) return;
        metrics.subscriptions.dec();
        if (members.size === 0) stop();
      };
    },
    close(): void {
      for (const { stop } of groups.values()) stop();
    },
  };
}

function openGroup({ plan, variables, viewer }: Interest, options: Options, onGone: () => void): Group {
  const { subgraphs, sources, sign, metrics, log, open } = options;
  const subgraph = subgraphs.get(plan.service);
  if (!subgraph) throw new Error(`There is no subgraph ${plan.service}.`);
  const members = new Set<Member>();
  const { primary, resumption } = plan;
  const own = Object.fromEntries(
    (primary.variableUsages ?? []).flatMap((name) => (name in variables ? [[name, variables[name]]] : [])),
  );
  const grants = grantsOf(viewer, plan);
  const callContext = (): CallContext => ({ viewer: grants, correlationId: randomUUID(), log, open });

  let isGone = false;
  const leave = () => {
    if (isGone) return;
    isGone = true;
    onGone();
    metrics.groups.dec();
  };
  const dismiss = (farewell: (member: Member) => void) => {
    leave();
    metrics.subscriptions.dec(members.size);
    const leaving = [...members];
    members.clear();
    for (const member of leaving) farewell(member);
  };

  const upstream = startUpstream({
    service: plan.service,
    source: subgraph.events,
    call: (cursor) => ({
      query: resumption?.query ?? primary.operation,
      variables: resumption ? resumption.variables(own, cursor ?? resumption.startOf(variables)) : own,
      operationName: primary.operationName,
      context: sign(callContext()),
    }),
    cursorOf: (data) => resumption?.cursorOf(data),
    async onEvent(event) {
      metrics.events.inc();
      const payload = JSON.stringify(await completeEvent(plan, sources, event, variables, callContext()));
      metrics.delivered.inc(members.size);
      for (const member of members) member.next(payload);
    },
    onEnd(errors) {
      if (!errors) return dismiss((member) => member.complete());
      const known =
        errors.length > 0 ? errors : [new GraphQLError(`The subgraph ${plan.service} refused without a reason.`)];
      const told = presentErrors(
        known.map((error) => fromService(error, plan.service)),
        callContext(),
      );
      dismiss((member) => member.error(told));
    },
    onLost({ reason, cursor }) {
      const resumed = cursor !== undefined;
      log.warn({ subgraph: plan.service, reason, resumed, members: members.size }, 'an upstream subscription was lost');
      metrics.reconnects.inc({ subgraph: plan.service, resumed: String(resumed) });
    },
  });

  return {
    members,
    stop() {
      leave();
      upstream.stop();
    },
  };
}

let alone = 0;

/** What must be equal to share. Who resumes from a position shares with nobody: a group that is under way has passed it. */
function keyOf({ plan, variables, viewer }: Interest): string {
  const start = plan.resumption?.startOf(variables);
  if (start !== undefined && start !== null) {
    alone += 1;
    return `alone ${alone}`;
  }
  const { kind, id, tenantId, scopes } = grantsOf(viewer, plan);
  return JSON.stringify([plan.runtime.id, plan.text, variables, kind, id, tenantId, scopes]);
}

/** The part of a viewer that a shared subscription may depend on: no person, unless a selected field is `@viewerSpecific`. */
function grantsOf(viewer: Viewer, plan: SubscriptionPlan): Viewer {
  if (plan.operation.viewerSpecific) return { ...viewer, scopes: [...viewer.scopes].sort() };
  return { kind: viewer.kind, id: '', tenantId: viewer.tenantId, scopes: [...viewer.scopes].sort() };
}

function fromService(error: GraphQLError, service: string): GraphQLError {
  return new GraphQLError(error.message, {
    path: error.path,
    originalError: error.originalError,
    extensions: { ...error.extensions, serviceName: service },
  });
}
