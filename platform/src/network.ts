import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startSuite } from '@mycelium/business-suite/suite';
import { demoSuiteKeys } from '@mycelium/database/seed';
import { canMoveClock } from '@mycelium/kit/env';
import { createLog, type Logger } from '@mycelium/kit/log';
import type { OpenSubgraph } from '@mycelium/kit/subgraph';
import { startTracing } from '@mycelium/kit/tracing';
import { doorsOf } from '@mycelium/schema/roster';
import { followClock } from './business-clock.ts';
import { apps, buildClients } from './clients.ts';
import { demoAccounts, makeDemo, refuseDemo, startProduct } from './demo.ts';
import { type Env, root } from './env.ts';
import { checkPort } from './free-port.ts';
import { openMail, publicUrlOf } from './mail.ts';
import { openOurFiles } from './open-files.ts';
import { prepareDatabase } from './prepare-database.ts';
import { Refusal, say, step } from './progress.ts';
import { restSource } from './rest-source.ts';
import { keptSecret } from './secret.ts';
import { openPostgres, openRedis } from './services.ts';
import type { Shutdown } from './shutdown.ts';
import { localNames, manifestOf, neighboursOf, openByName, remoteSubgraphs } from './subgraphs.ts';
import { trust } from './trust.ts';

export interface Network {
  url: string;
  /** Who can log in with the demo's password. */
  accounts: readonly string[];
  /** Where the mail that is sent can be read, when nobody else takes it. */
  mailbox?: string;
  /** Where the programs of the business suite can be watched and made to fail. */
  suite?: string;
}

/** Brings up the whole network in this process: services, subgraphs, gateway, clients. */
export async function openNetwork(env: Env, shutdown: Shutdown): Promise<Network> {
  await checkPort(env.HOST, env.PORT);
  const log = createLog('mycelium', env.logLevel);
  const secret = env.MYCELIUM_SECRET ?? keptSecret(join(env.dataDir, 'secret'));
  const names = localNames(env);
  const endpoint = env.OTEL_EXPORTER_OTLP_ENDPOINT;
  const tracing = endpoint ? await startTracing({ endpoint, service: 'mycelium' }) : undefined;
  if (tracing) shutdown.defer(() => tracing.stop());

  const files = await openOurFiles(env, secret, shutdown, log);

  // While the servers start, the modules are loaded: both take about as long.
  const [databaseUrl, redisUrl, { startGateway }, supergraphSdl, rest] = await Promise.all([
    openDatabase(env, secret, shutdown, log),
    openRedis(env, shutdown, log),
    import('@mycelium/gateway/gateway'),
    readFile(join(root, 'schema/supergraph.graphql'), 'utf8'),
    restSource(),
    step('Building the clients', () => buildClients(shutdown)),
    Promise.all(names.map(manifestOf)),
  ]);

  const now = await followClock(env, redisUrl, log, shutdown);
  const { mail, mailbox } = await openMail(env, shutdown, now);
  const publicUrl = publicUrlOf(env);
  const opened = Promise.withResolvers<OpenSubgraph[]>();
  const neighbours = neighboursOf(env, opened.promise);
  const options = {
    ...{ databaseUrl, redisUrl, secret, log, mail, publicUrl, neighbours },
    oldSecrets: env.MYCELIUM_OLD_SECRETS,
    tracing: tracing !== undefined,
    innerNetworks: env.innerNetworks,
    region: env.REGION,
    canMoveClock: canMoveClock(env),
    files,
  };
  const product = env.wantsDemoData ? await startProduct({ dataDir: env.dataDir, secret }, shutdown, now) : undefined;
  const subgraphs = await step('Opening the subgraphs', () =>
    Promise.all(names.map((name) => openByName(name, options))),
  );
  opened.resolve(subgraphs);
  for (const subgraph of subgraphs) shutdown.defer(() => subgraph.close());
  if (product) await step('Seeding the demo tenants', () => makeDemo(subgraphs, options, files, product));
  else if (env.NODE_ENV === 'production') await refuseDemo(subgraphs, options);
  await warnOfChanges(subgraphs);

  const gateway = await step('Opening the gateway', () =>
    startGateway({
      supergraphSdl,
      subgraphs: {
        ...remoteSubgraphs(env),
        ...Object.fromEntries(subgraphs.map((subgraph) => [subgraph.name, subgraph])),
      },
      host: env.HOST,
      port: env.PORT,
      redisUrl,
      doors: doorsOf(),
      publicUrl,
      apps,
      files,
      traffic: env.traffic,
      cacheSeconds: env.CACHE_SECONDS,
      rest,
      operations: join(root, 'schema/operations'),
      ...env.protection,
      ...env.live,
      tls: env.tls,
      secret,
      log,
    }).catch((error: NodeJS.ErrnoException) =>
      Promise.reject(error.code === 'EADDRINUSE' ? new Refusal(error.message) : error),
    ),
  );
  shutdown.defer(() => gateway.close());
  if (!env.wantsDemoData) return { url: gateway.url, accounts: [], mailbox };
  if (env.tls) await trust(env.tls.certificate);
  // A certificate has the name under which people reach us, where there is one.
  const suite = await startSuite({ url: (env.tls && env.PUBLIC_URL) || gateway.url, keys: demoSuiteKeys, now });
  shutdown.defer(() => suite.close());
  return { url: gateway.url, accounts: demoAccounts, mailbox, suite: suite.url };
}

async function openDatabase(env: Env, secret: string, shutdown: Shutdown, log: Logger): Promise<string> {
  const url = await openPostgres(env, shutdown, log);
  await prepareDatabase(url, secret, env);
  return url;
}

/** The gateway serves the committed supergraph, so it should be told when a class says more. */
async function warnOfChanges(subgraphs: readonly { name: string; sdl: string }[]): Promise<void> {
  for (const { name, sdl } of subgraphs) {
    const committed = await readFile(join(root, `schema/subgraphs/${name}.graphql`), 'utf8').catch(() => '');
    if (!saySame(committed, sdl)) say(`  The graph of ${name} is not what schema/ says: run npm run generate.`);
  }
}

/** The order of types is that in which their modules were loaded, and means nothing. */
function saySame(one: string, other: string): boolean {
  const [lines, otherLines] = [one, other].map((text) => text.trim().split('\n').sort().join('\n'));
  return lines === otherLines;
}
