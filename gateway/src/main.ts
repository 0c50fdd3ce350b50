import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { metricsReadersOf } from '@mycelium/kit/metrics-readers';
import { startTracing } from '@mycelium/kit/tracing';
import { endWhenUncaught } from '@mycelium/kit/uncaught';
import { pino } from 'pino';
import { startGateway } from './gateway.ts';
import { liveOf, readEnv } from './settings/env.ts';
import { readSettings } from './settings/settings-file.ts';
import { watchFile } from './watch-file.ts';

const USAGE = 'Usage: npm run gateway -- --supergraph FILE [--port N] [--host HOST] [--operations DIR] [--config FILE]';

/** The gateway alone and open, in front of the supergraph in a file. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      supergraph: { type: 'string' },
      port: { type: 'string' },
      host: { type: 'string' },
      operations: { type: 'string' },
      config: { type: 'string' },
    },
  });
  if (!values.supergraph) throw new Error(`Name the file of the supergraph. ${USAGE}`);
  const env = readEnv();
  const port = values.port === undefined ? env.PORT : Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port ${values.port} is no port. ${USAGE}`);

  const log = pino({ level: env.LOG_LEVEL });
  const endpoint = env.OTEL_EXPORTER_OTLP_ENDPOINT;
  const tracing = endpoint ? await startTracing({ endpoint, service: 'gateway' }) : undefined;
  const settings = values.config === undefined ? {} : await readSettings(values.config);
  const live = liveOf(env);
  const supergraphSdl = await readFile(values.supergraph, 'utf8');
  const gateway = await startGateway({
    ...settings,
    open: true,
    supergraphSdl,
    host: values.host ?? env.HOST,
    port,
    operations: values.operations ?? settings.operations,
    metricsReaders: metricsReadersOf(env),
    drainMs: settings.drainMs ?? live.drainMs,
    leaveMs: settings.leaveMs ?? live.leaveMs,
    eventWaitMs: settings.eventWaitMs ?? live.eventWaitMs,
    slowConsumers: settings.slowConsumers ?? live.slowConsumers,
    liveLimits: { ...live.liveLimits, ...settings.liveLimits },
    log,
  });
  const serve = (sdl: string) => {
    // What is refused is in the log and in /health; the old one is served.
    gateway.reload(sdl).catch(() => {});
  };
  const unwatch = watchFile(values.supergraph, supergraphSdl, serve, log);
  process.stdout.write(`The gateway serves ${values.supergraph} at ${gateway.url}/graphql\n`);

  const drain = async () => {
    unwatch();
    await gateway.close();
    await tracing?.stop();
  };
  endWhenUncaught({ log, drain });
  const stop = () => {
    drain().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exit(1);
});

function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE')
    return `The port is taken; choose another one with --port. ${error.message}`;
  return error.message;
}
