import { announceLeaving, finishRequests } from '@mycelium/kit/leave';
import type { FastifyInstance } from 'fastify';
import { createHttp } from '../http/server.ts';
import { openTls } from '../http/tls.ts';
import type { GatewayOptions } from '../options.ts';
import type { Ground } from './ground.ts';

/** The HTTP server, which does not listen yet. */
export interface Door {
  app: FastifyInstance;
  isLeaving(): boolean;
  /** Has every answer, and readiness, say that this server ends. */
  leave(): void;
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
  closing.defer(() => finishRequests(app));
  const renewed = tls?.renew(app.server);
  closing.defer(() => renewed?.());
  let isLeaving = false;
  announceLeaving(app, () => isLeaving);
  return {
    app,
    isLeaving: () => isLeaving,
    leave() {
      isLeaving = true;
    },
  };
}
