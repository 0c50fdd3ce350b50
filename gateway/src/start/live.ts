import type { IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import proxyAddr from '@fastify/proxy-addr';
import { forwardable } from '../calls/header-rules.ts';
import { type EventStreams, serveEventStreams } from '../live/event-stream.ts';
import { createTurnstile, generousLimits, noLimits } from '../live/limits.ts';
import { serveSockets } from '../live/socket.ts';
import type { GatewayOptions } from '../options.ts';
import { createFanOut } from '../subscriptions/fan-out.ts';
import type { Asked } from './asked.ts';
import type { Callers } from './callers.ts';
import type { Door } from './door.ts';
import type { Ground } from './ground.ts';
import type { Supergraph } from './supergraph.ts';

/** What stays open with clients. */
export interface Live {
  eventStreams: EventStreams;
  /** Moves what is live to the supergraph that is served now. */
  move(): void;
}

const DRAIN_MS = 10_000;
const EVENT_WAIT_MS = 30_000;

/** Serves sockets and event streams; at the end their clients are sent away one by one, and then their upstreams end. */
export function openLive(
  { trustedProxies = [], liveLimits, slowConsumers = {}, ...options }: GatewayOptions,
  parts: Ground & Asked & Supergraph & Callers & Door,
  closing: AsyncDisposableStack,
): Live {
  const { open, current, traffic, app } = parts;
  const { eventWaitMs = EVENT_WAIT_MS, drainMs = DRAIN_MS, leaveMs = 0 } = options;
  const fanOut = createFanOut({ ...parts, served: current, eventWaitMs });
  closing.defer(() => fanOut.close());
  const limits = { ...(open ? noLimits : generousLimits), ...liveLimits };
  const live = {
    ...parts,
    runtime: () => current().runtime,
    execute: () => current().execute,
    fanOut,
    forwardable: forwardable(traffic.headers),
    addressOf: (request: IncomingMessage) => proxyAddr(request, [...trustedProxies]),
    slowConsumers,
    limits,
    turnstile: createTurnstile(limits),
    drainMs,
  };
  const sockets = serveSockets(app.server, live);
  const eventStreams = serveEventStreams(live);
  closing.defer(async () => {
    await Promise.all([sockets.close(), eventStreams.close(), sleep(leaveMs)]);
  });
  return { eventStreams, move: () => fanOut.move() };
}
