import { readFileSync } from 'node:fs';
import { serveCalendars } from '../calendar/serve-calendars.ts';
import { serveMedia } from '../files/serve-media.ts';
import { serveUploads } from '../files/serve-uploads.ts';
import { serveApps } from '../http/apps.ts';
import { serveGraphql } from '../http/graphql-route.ts';
import { serveHealth } from '../http/health.ts';
import { serveKeys } from '../http/keys.ts';
import { serveMetrics } from '../http/serve-metrics.ts';
import { wantsEvents } from '../live/event-stream-request.ts';
import type { GatewayOptions } from '../options.ts';
import { createRestContexts } from '../rest/context.ts';
import { serveRest } from '../rest/serve-rest.ts';
import { serveWebhooks } from '../webhooks/serve-webhooks.ts';
import type { Asked } from './asked.ts';
import type { Callers } from './callers.ts';
import type { Door } from './door.ts';
import type { Ground } from './ground.ts';
import type { Live } from './live.ts';
import type { Supergraph } from './supergraph.ts';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** Serves everything that has a path. */
export async function serveRoutes(
  { rest, apps = [], files, uploadPace, metricsReaders: readers = 'everyone', doors = {}, publicUrl }: GatewayOptions,
  parts: Ground & Asked & Supergraph & Callers & Door & Live,
): Promise<void> {
  const { app, open, auth, current, contexts, metrics, eventStreams, redis } = parts;
  serveGraphql(app, {
    ...parts,
    answer: (request, reply) => {
      if (!wantsEvents(request)) return current().answer(request, reply);
      const context = { ...contexts.contextOf(request, reply), transport: 'events' as const };
      return eventStreams.serve(request, reply, contexts.identityOf(request), context);
    },
  });
  serveMetrics(app, metrics, { ...parts, readers, operationsKept: () => current().runtime.operations.size });
  if (!open) serveKeys(app, auth);
  if (rest) {
    serveRest(app, {
      bindings: () => current().rest,
      execute: () => current().execute,
      version,
      open,
      contextOf: createRestContexts(parts),
    });
  }
  if (parts.key) serveCalendars(app, parts);
  if (parts.key) await serveWebhooks(app, { doors, publicUrl, key: parts.key, log: parts.log, current });
  serveHealth(app, {
    subgraphs: () => [...current().subgraphs.values()],
    supergraph: parts.state,
    revocations: parts.revocations,
    files,
    isDraining: parts.departure.isLeaving,
    version,
  });
  if (files) serveMedia(app, files);
  if (files && redis) await serveUploads(app, { ...parts, files, redis, uploadPace });
  await serveApps(app, apps);
}
