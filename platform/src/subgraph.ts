import { join } from 'node:path';
import { canMoveClock } from '@mycelium/kit/env';
import { createLog } from '@mycelium/kit/log';
import { listen } from '@mycelium/kit/serve';
import { endWhenUncaught, UNKNOWN_STATE } from '@mycelium/kit/uncaught';
import { promisesOf, subgraphNames, urlVariableOf } from '@mycelium/schema/roster';
import { readEnv } from './env.ts';
import { checkPort } from './free-port.ts';
import { openOurFiles } from './open-files.ts';
import { prepareDatabase } from './prepare-database.ts';
import { Refusal, say } from './progress.ts';
import { keptSecret } from './secret.ts';
import { openPostgres, openRedis } from './services.ts';
import { createShutdown } from './shutdown.ts';
import { neighboursOf, openByName } from './subgraphs.ts';

const shutdown = createShutdown();

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Refusal ? error.message : error instanceof Error ? error.stack : error}\n`);
  await shutdown.end(1);
}

/** One subgraph alone, over HTTP and graphql-ws, on the same database, Redis and secret as `npm start` in this clone. */
async function main(): Promise<void> {
  const name = subgraphNames.find((known) => known === process.argv[2]);
  if (!name) throw new Refusal(`Name one of ${subgraphNames.join(', ')}: npm run subgraph -- ${subgraphNames[0]}`);
  const env = readEnv({ PORT: promisesOf(name).port });
  await checkPort(env.HOST, env.PORT);
  const secret = env.MYCELIUM_SECRET ?? keptSecret(join(env.dataDir, 'secret'));
  const log = createLog(name, env.logLevel);
  const isExpected = () => shutdown.isEnding;
  endWhenUncaught({ log, isExpected, drain: () => shutdown.end(UNKNOWN_STATE) });
  const [databaseUrl, redisUrl] = await Promise.all([openPostgres(env, shutdown, log), openRedis(env, shutdown, log)]);
  await prepareDatabase(databaseUrl, secret, env);
  const subgraph = await openByName(name, {
    databaseUrl,
    redisUrl,
    secret,
    oldSecrets: env.MYCELIUM_OLD_SECRETS,
    log,
    mail: env.SMTP_URL ? { url: env.SMTP_URL, from: env.MAIL_FROM } : undefined,
    publicUrl: env.PUBLIC_URL,
    neighbours: neighboursOf(env, Promise.resolve([])),
    innerNetworks: env.innerNetworks,
    region: env.REGION,
    canMoveClock: canMoveClock(env),
    files: await openOurFiles(env, secret, shutdown, log),
  });
  shutdown.defer(() => subgraph.close());
  const server = await listen(subgraph, { host: env.HOST, port: env.PORT, log, leaveMs: env.live.leaveMs });
  shutdown.defer(() => server.close());
  say(`The subgraph ${name} is ready on ${server.url}; tell the gateway with ${urlVariableOf(name)}=${server.url}`);
}
