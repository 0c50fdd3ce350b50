import { type Departure, prepareDeparture } from '@mycelium/kit/leave';
import type { FastifyInstance } from 'fastify';
import { createHttp } from '../http/server.ts';
import { openTls } from '../http/tls.ts';
import type { GatewayOptions } from '../options.ts';
import type { Ground } from './ground.ts';

/** The HTTP server, which does not listen yet. */
export interface Door {
  app: FastifyInstance;
  departure: Pick<Departure, 'announce' | 'isLeaving'>;
}

/** Watches the certificate, if there is one; at the end what was asked is answered. */
export async function openDoor(
  { tls: files, trustedProxies = [], corsOrigins = [] }: GatewayOptions,
  { log, metrics }: Ground,
  closing: AsyncDisposableStack,
): Promise<Door> {
  const tls = files && (await openTls(files, log));
  const trustProxy = trustedProxies.length > 0 && [...trustedProxies];
  const app = await createHttp(log, metrics, { trustProxy, tls, origins: corsOrigins });
  const departure = prepareDeparture(app);
  closing.defer(() => departure.finish());
  const renewed = tls?.renew(app.server);
  closing.defer(() => renewed?.());
  return { app, departure };
}
