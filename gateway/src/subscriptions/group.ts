import { randomUUID } from 'node:crypto';
import { type ExecutionResult, GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import type { CallContext, Sign } from '../call-context.ts';
import type { Subgraph } from '../calls/subgraph.ts';
import { presentErrors } from '../errors.ts';
import { type Executed, present } from '../execute/executed.ts';
import type { Metrics } from '../metrics.ts';
import type { Protection } from '../operation/admission.ts';
import { basisOf, callOf, type Served, sameCall } from './basis.ts';
import { awayIn, completeEvent, isEmpty } from './complete.ts';
import type { Interest } from './interest.ts';
import { watchOutage } from './outage.ts';
import { createRecent, type Recent } from './recent.ts';
import { eventSpans, outsideOfTraces } from './trace.ts';
import { startUpstream } from './upstream.ts';

/** One subscription of one client. */
export interface Member {
  /** The payload of a `next` message, serialised once for everyone, and its position. */
  next(payload: string, cursor?: string): void;
  error(errors: readonly GraphQLFormattedError[]): void;
  complete(): void;
}

export interface GroupOptions {
  served(): Served;
  protection: Protection;
  sign: Sign;
  metrics: Metrics;
  log: Logger;
  open: boolean;
  /** How long an event may wait for a subgraph that is away before what there is of it is sent. */
  eventWaitMs: number;
}

type Farewell = (member: Member) => void;

/** Subscriptions that hear the same events: one upstream, one completion and one serialisation per event for all. */
export interface Group {
  members: Map<Member, Interest>;
  recent: Recent;
  /** Where every event is the whole state: the last message, until its upstream starts over. */
  state(): string | undefined;
  /** Goes on with the same interest on what is served now. */
  move(interest: Interest): void;
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
  const { sign, metrics, log, open } = options;
  let basis = basisOf(interest, options.served());
  const members: Group['members'] = new Map();
  const recent = createRecent();
  const callContext = (): CallContext => ({
    viewer: basis.grants,
    correlationId: randomUUID(),
    headers: interest.headers,
    log,
    open,
  });
  if (interest.after !== undefined) recent.begin(String(interest.after));

  const outage = watchOutage({
    waitMs: options.eventWaitMs,
    isWell: (service) => isWell(options.served().subgraphs.get(service)),
    onBegin: (subgraphs) => log.warn({ subgraphs, field: basis.plan.field }, 'events wait for a subgraph that is away'),
  });
  let running = new AbortController();
  let state: string | undefined;

  /** An event with all that can be had of it; rejects when it must be asked for again. */
  const complete = async (event: ExecutionResult, context: CallContext): Promise<Executed> => {
    const { signal } = running;
    for (;;) {
      const { plan, sources, variables } = basis;
      const executed = await completeEvent(plan, sources, event, variables, context);
      const away = awayIn(executed);
      const isOwn = away.includes(plan.service);
      if (isOwn && recent.position() === undefined) return executed;
      if (await outage.isFinal(away, isEmpty(executed))) return executed;
      if (isOwn) throw new Error('it was away while an event was completed');
      await outage.pause(signal);
      if (signal.aborted) throw new Error('nobody waits for this event any more');
    }
  };

  const tell = async (event: ExecutionResult): Promise<void> => {
    metrics.events.inc();
    const context = callContext();
    const executed = await complete(event, context);
    const message = present(executed, context);
    const cursor = textOf(basis.plan.resumption?.cursorOf(event.data));
    const payload = JSON.stringify(cursor === undefined ? message : { ...message, extensions: { cursor } });
    metrics.delivered.inc(members.size);
    recent.add(cursor, payload);
    if (basis.plan.isState) state = payload;
    for (const [member, { after }] of members) {
      if (!isKnown(after, cursor)) member.next(payload, cursor);
    }
    onDelivered();
  };
  /** A state at the position from which somebody follows is the one that they have. */
  const isKnown = (after: unknown, cursor: string | undefined): boolean =>
    basis.plan.isState && cursor !== undefined && textOf(after) === cursor;
  const inEventSpan = eventSpans();

  const upstream = outsideOfTraces(() =>
    startUpstream({
      get service() {
        return basis.plan.service;
      },
      get source() {
        return basis.subgraph.events;
      },
      after: interest.after,
      call: (cursor) => {
        // A state is asked for as a whole, for those who join meanwhile.
        const call = callOf(basis, basis.plan.isState ? undefined : cursor);
        return {
          ...call,
          context: sign(callContext(), { ...call, to: basis.plan.service }),
          ...(basis.plan.resumption && cursor === undefined && { tellPosition: true }),
        };
      },
      cursorOf: (data) => basis.plan.resumption?.cursorOf(data),
      onPosition(cursor) {
        recent.begin(String(cursor));
        onDelivered();
      },
      onEvent: (event) => inEventSpan(basis.plan.field, () => tell(event)),
      onEnd(errors) {
        const { service } = basis.plan;
        if (!errors) return onEnd((member) => member.complete());
        const known =
          errors.length > 0
            ? errors
            : [new GraphQLError(`The subgraph ${service} refused it without giving a reason.`)];
        const told = presentErrors(
          known.map((error) => fromService(error, service)),
          callContext(),
        );
        onEnd((member) => member.error(told));
      },
      onLost({ reason, cursor }) {
        state = undefined;
        const resumed = cursor !== undefined;
        const { service: subgraph } = basis.plan;
        log.warn({ subgraph, reason, resumed, members: members.size }, 'an upstream subscription was lost');
        metrics.reconnects.inc({ subgraph, resumed: String(resumed) });
      },
    }),
  );
  metrics.groups.inc();
  let isStopped = false;

  return {
    members,
    recent,
    state: () => state,
    move(next) {
      const before = basis;
      basis = basisOf(next, options.served());
      const isSame = before.subgraph === basis.subgraph && sameCall(before, basis);
      metrics.moved.inc({ how: isSame ? 'kept' : 'resubscribed' });
      if (isSame) return;
      state = undefined;
      upstream.restart();
      running.abort();
      running = new AbortController();
    },
    stop() {
      if (isStopped) return;
      isStopped = true;
      metrics.groups.dec();
      upstream.stop();
      running.abort();
    },
  };
}

async function isWell(subgraph: Subgraph | undefined): Promise<boolean> {
  const needs = await subgraph?.health().catch(() => undefined);
  return needs !== undefined && Object.values(needs).every((state) => state === 'ok');
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
