import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@mycelium/database/embedded/process';
import { type Gateway, startGateway } from '@mycelium/gateway/gateway';
import type { GatewayOptions } from '@mycelium/gateway/options';
import { openFiles } from '@mycelium/kit/files/files';
import type { Manifest, OpenOptions, OpenSubgraph } from '@mycelium/kit/subgraph';
import { type SubgraphName, subgraphNames } from '@mycelium/schema/roster';
import { seedServices } from '@mycelium/tenants/seed';
import { vi } from 'vitest';
import { restSource } from '../src/rest-source.ts';
import { networkSecret, openAll, quiet } from './open-all.ts';
import { type Service, startSeeded } from './services.ts';

const root = join(import.meta.dirname, '../..');

/** Who sends it may read what the processes of subgraphs count. */
export const metricsToken = 'a-token-that-only-tests-have';

/** One of several servers of a subgraph, all processes of their own. */
export interface Replica {
  url: string;
  /** SIGTERM, and when it has gone another process at the same address. */
  restart(): Promise<void>;
  kill(): Promise<void>;
}

/** The demo house on services of its own, behind one gateway. */
export interface TestNetwork {
  url: string;
  postgres: Service;
  redis: Service;
  /** Where a subgraph answers over HTTP, when it is a process of its own. */
  urlOf(name: SubgraphName): string;
  /** SIGKILL to a subgraph's process. */
  kill(name: SubgraphName): Promise<void>;
  revive(name: SubgraphName): Promise<void>;
  /** One more server of a subgraph. */
  open(name: SubgraphName): Promise<Replica>;
  /** Another gateway in front of the same subgraphs. */
  anotherGateway(options: Partial<GatewayOptions>): Promise<Gateway>;
  close(): Promise<void>;
}

interface Furnishing extends Pick<OpenOptions, 'tracing' | 'mail'>, Partial<Pick<OpenOptions, 'log'>> {
  smp?: { url: string; token: string };
  gateway?: Partial<GatewayOptions>;
  /** In place of the roster's. */
  manifests?: Partial<Record<SubgraphName, Manifest>>;
}

interface Together extends TestNetwork {
  subgraphs: Readonly<Record<SubgraphName, OpenSubgraph>>;
}

/** Every subgraph in the gateway's process, called in memory. */
export async function inOneProcess({
  tracing = false,
  mail,
  smp,
  log = quiet,
  gateway: more = {},
  manifests,
}: Furnishing = {}): Promise<Together> {
  const services = await startSeeded();
  const directory = await mkdtemp(join(tmpdir(), 'network-files-'));
  const files = await openFiles({ directory, secret: networkSecret });
  const options = {
    files,
    databaseUrl: services.postgres.url,
    redisUrl: services.redis.url,
    log,
    tracing,
    canMoveClock: true,
    mail,
    // The simulated products live on this machine.
    innerNetworks: ['127.0.0.0/8'],
  };
  const subgraphs = await openAll(options, manifests);
  if (smp) {
    const { url: baseUrl, token } = smp;
    await subgraphs.tenants.work((ctx) => seedServices(ctx, 'las-reinas', { baseUrl, token }));
  }
  const gateway = await openGateway(subgraphs, services.redis.url, { log, files, ...more });
  const alone = (): never => {
    throw new Error('In one process no subgraph is a process of its own.');
  };
  return {
    url: gateway.url,
    subgraphs,
    ...services,
    urlOf: alone,
    kill: alone,
    revive: alone,
    open: alone,
    anotherGateway: (more) => openGateway(subgraphs, services.redis.url, more),
    async close() {
      await gateway.close();
      await Promise.all(Object.values(subgraphs).map((subgraph) => subgraph.close()));
      await services.close();
      await rm(directory, { recursive: true });
    },
  };
}

/** Every subgraph a process of its own, called over HTTP and graphql-ws. */
export async function eachAlone({ collector = '', smtpUrl = '' } = {}): Promise<TestNetwork> {
  const services = await startSeeded();
  const ports = new Map<SubgraphName, number>();
  for (const name of subgraphNames) ports.set(name, await freePort());
  const urlOf = (name: SubgraphName): string => `http://127.0.0.1:${ports.get(name)}/graphql`;
  const processes = new Map<SubgraphName, ChildProcess>();

  async function start(name: SubgraphName, port: number): Promise<ChildProcess> {
    const environment = {
      NODE_ENV: 'production',
      DATABASE_URL: services.postgres.url,
      REDIS_URL: services.redis.url,
      MYCELIUM_SECRET: networkSecret,
      PORT: String(port),
      LEAVE_MS: '500',
      LOG_LEVEL: 'fatal',
      OTEL_EXPORTER_OTLP_ENDPOINT: collector,
      METRICS_TOKEN: metricsToken,
      SMTP_URL: smtpUrl,
      OTEL_BSP_SCHEDULE_DELAY: '100',
    };
    const main = join(root, 'subgraphs', name, 'src/main.ts');
    const child = spawn(process.execPath, ['--import', '@mycelium/database/typescript', main], {
      cwd: root,
      env: environment,
      stdio: 'ignore',
    });
    const health = `http://127.0.0.1:${port}/health`;
    const ready = vi.waitFor(async () => {
      if (!(await fetch(health)).ok) throw new Error(`${name} is not ready.`);
    }, 60_000);
    await ready.catch((error: unknown) => {
      child.kill('SIGKILL');
      throw error;
    });
    return child;
  }

  async function end(child: ChildProcess | undefined, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }

  const kill = (name: SubgraphName) => end(processes.get(name), 'SIGKILL');

  async function revive(name: SubgraphName): Promise<void> {
    processes.set(name, await start(name, ports.get(name) ?? 0));
  }

  async function open(name: SubgraphName): Promise<Replica> {
    const port = await freePort();
    let child = await start(name, port);
    return {
      url: `http://127.0.0.1:${port}/graphql`,
      async restart() {
        await end(child, 'SIGTERM');
        child = await start(name, port);
      },
      kill: () => end(child, 'SIGKILL'),
    };
  }

  await Promise.all(subgraphNames.map(revive));
  const locations = Object.fromEntries(subgraphNames.map((name) => [name, { url: urlOf(name) }]));
  const gateway = await openGateway(locations, services.redis.url);
  return {
    url: gateway.url,
    ...services,
    urlOf,
    kill,
    revive,
    open,
    anotherGateway: (more) => openGateway(locations, services.redis.url, more),
    async close() {
      await gateway.close();
      await Promise.all(subgraphNames.map(kill));
      await services.close();
    },
  };
}

async function openGateway(
  subgraphs: GatewayOptions['subgraphs'],
  redisUrl: string,
  more: Partial<GatewayOptions> = {},
): Promise<Gateway> {
  const supergraphSdl = await readFile(join(root, 'schema/supergraph.graphql'), 'utf8');
  const rest = await restSource();
  return startGateway({
    supergraphSdl,
    subgraphs,
    secret: networkSecret,
    redisUrl,
    rest,
    log: quiet,
    host: '127.0.0.1',
    port: 0,
    ...more,
  });
}
