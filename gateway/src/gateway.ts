import type { GatewayOptions, Trust } from './options.ts';
import type { ClientLists } from './persisted/client-list.ts';
import { silenceTelemetry } from './settings/env.ts';
import { openAsked } from './start/asked.ts';
import { openCallers } from './start/callers.ts';
import { openDoor } from './start/door.ts';
import { keepTidy } from './start/files.ts';
import { openGround } from './start/ground.ts';
import { openLive } from './start/live.ts';
import { serveRoutes } from './start/routes.ts';
import { openSupergraph } from './start/supergraph.ts';

export interface Gateway {
  url: string;
  /** What API clients may do; in Redis for all gateways, without Redis for this one. */
  clientLists: ClientLists;
  /** Serves another supergraph without an interruption; rejects when it is refused, and then the old one stays. */
  reload(supergraphSdl: string): Promise<void>;
  /** Takes nothing new, ends sockets with 1001, lets requests finish. */
  close(): Promise<void>;
}

/** The one door: resolves when it listens. What a step opens is closed in reverse order, at the end or when a later step fails. */
export async function startGateway(options: GatewayOptions & Trust): Promise<Gateway> {
  silenceTelemetry();
  const closing = new AsyncDisposableStack();
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= closing.disposeAsync();
    return closed;
  };
  try {
    const ground = openGround(options, closing);
    const asked = await openAsked(options, ground, closing);
    const supergraph = await openSupergraph(options, { ...ground, ...asked }, closing, () => live.move());
    const callers = openCallers(options, { ...ground, ...asked, ...supergraph }, closing);
    const door = await openDoor(options, ground, closing);
    const parts = { ...ground, ...asked, ...supergraph, ...callers, ...door };
    const live = openLive(options, parts, closing);
    keepTidy(options, ground, closing);
    await serveRoutes(options, { ...parts, ...live });
    closing.defer(door.departure.announce);
    const url = await door.app.listen({ host: options.host, port: options.port });
    return { url, clientLists: asked.clientLists, reload: supergraph.reload, close };
  } catch (error) {
    await close();
    throw error;
  }
}
