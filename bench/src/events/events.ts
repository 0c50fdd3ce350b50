import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRedis } from '@mycelium/database/embedded/redis';
import { type Child, start } from '../child.ts';
import type { Say } from '../compare-gateways.ts';
import { table } from '../table.ts';
import { BATCH } from './queue.ts';

const systems = ['raw', 'ours', 'bullmq'] as const;
type System = (typeof systems)[number];

const ROUNDS = 4;
const CONSUMERS = [1, 4];
/** As fast as they can. The first round warms up, and does not count. */
const FAST = { count: 10_000, batch: BATCH, everyMs: 0 };
/** At a pace that all can keep: 1,000 a second, in small batches. */
const PACED = { count: 1_500, batch: 5, everyMs: 5 };

interface Round {
  system: System;
  consumers: number;
  perSecond: number;
  serverMicros: number;
  latencies: number[];
  load: number;
}

/** Events from one process to others that acknowledge them: our bus beside Redis alone and BullMQ, all on one Redis as embedded. */
export async function measureEvents(say: Say): Promise<string[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'mycelium-bench-redis-'));
  const redis = await startRedis({ dataDir });
  if (redis.kind === 'in-memory') throw new Error('The bench needs a Redis that keeps what it is given.');
  const rounds: Round[] = [];
  try {
    for (const consumers of CONSUMERS) {
      const teams = await Promise.all(systems.map((system) => openTeam(system, redis.url, consumers)));
      for (let round = 0; round <= ROUNDS; round += 1) {
        say(`events: ${consumers} consumers, round ${round} of ${ROUNDS} …`);
        for (const team of teams) {
          const measured = await measure(team, redis.pid);
          if (round > 0) rounds.push(measured);
        }
      }
      await Promise.all(teams.flatMap(({ publisher, workers }) => [publisher, ...workers].map((each) => each.end())));
    }
  } finally {
    await redis.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
  return [targets(rounds), tableOf(rounds)];
}

interface Team {
  system: System;
  publisher: Child;
  workers: Child[];
}

async function openTeam(system: System, url: string, consumers: number): Promise<Team> {
  const tenant = randomUUID();
  const run = (consumer: string) => start('./events/process.ts', system, url, tenant, consumer);
  const workers = await Promise.all(Array.from({ length: consumers }, (_, index) => run(`worker-${index}`)));
  return { system, publisher: await run(''), workers };
}

async function measure(team: Team, redisPid: number): Promise<Round> {
  const { system, workers } = team;
  const before = cpuMicros(redisPid);
  const fast = await carry(team, FAST);
  const serverMicros = (cpuMicros(redisPid) - before) / FAST.count;
  const { latencies } = await carry(team, PACED);
  const perSecond = (FAST.count / (fast.last - fast.begin)) * 1_000;
  const [load = 0] = loadavg();
  return { system, consumers: workers.length, perSecond, serverMicros, latencies, load };
}

/** Publishes, and waits until all are acknowledged. */
async function carry({ publisher, workers }: Team, order: typeof FAST) {
  const taken = workers.map(() => 0);
  const all = Promise.withResolvers<void>();
  const listeners = workers.map((worker, index) => {
    const listen = (message: { taken?: number }): void => {
      if (message.taken === undefined) return;
      taken[index] = message.taken;
      if (taken.reduce((sum, each) => sum + each, 0) >= order.count) all.resolve();
    };
    worker.process.on('message', listen);
    return () => worker.process.off('message', listen);
  });
  const begin = await publisher.ask<number>({ publish: order }, 'published');
  await all.promise;
  for (const stop of listeners) stop();
  const reports = await Promise.all(
    workers.map((worker) => worker.ask<{ latencies: number[]; last: number }>({ report: true }, 'report')),
  );
  const latencies = reports.flatMap((report) => report.latencies);
  if (latencies.length !== order.count) throw new Error(`${latencies.length} of ${order.count} were acknowledged.`);
  return { begin, last: Math.max(...reports.map(({ last }) => last)), latencies };
}

/** CPU time of the server so far, in steps of 10 ms. */
function cpuMicros(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}

const of = (rounds: readonly Round[], system: System, consumers: number): Round[] =>
  rounds.filter((round) => round.system === system && round.consumers === consumers);

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const rate = (rounds: readonly Round[], system: System, consumers: number): number =>
  median(of(rounds, system, consumers).map(({ perSecond }) => perSecond));

function targets(rounds: readonly Round[]): string {
  const row = (consumers: number, peer: System, wanted: number) => {
    const times = rate(rounds, 'ours', consumers) / rate(rounds, peer, consumers);
    const what = `(g) ${consumers === 1 ? '1 consumer' : `${consumers} consumers`} ≥ ${wanted}× ${peer}`;
    return [what, `${times.toFixed(2)}×`, times >= wanted ? 'reached' : 'missed'];
  };
  return table(
    ['target', 'measured', ''],
    CONSUMERS.flatMap((consumers) => [row(consumers, 'raw', 0.5), row(consumers, 'bullmq', 2)]),
  );
}

function tableOf(rounds: readonly Round[]): string {
  return table(
    [
      'events',
      'consumers',
      'events/s',
      'ours is',
      'server CPU µs per event',
      'p50 ms',
      'p99 ms',
      'load of the machine',
    ],
    CONSUMERS.flatMap((consumers) =>
      systems.map((system) => {
        const measured = of(rounds, system, consumers);
        const latencies = measured.flatMap((round) => round.latencies).toSorted((a, b) => a - b);
        const at = (part: number) => (latencies[Math.ceil(latencies.length * part) - 1] ?? Number.NaN).toFixed(1);
        return [
          system,
          String(consumers),
          rate(rounds, system, consumers).toFixed(0),
          `${(rate(rounds, 'ours', consumers) / rate(rounds, system, consumers)).toFixed(2)}×`,
          median(measured.map(({ serverMicros }) => serverMicros)).toFixed(0),
          at(0.5),
          at(0.99),
          median(measured.map(({ load }) => load)).toFixed(1),
        ];
      }),
    ),
  );
}
