import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import type { FanOutResult } from './fan-out.ts';
import type { LoadResult } from './load.ts';
import { table } from './table.ts';

/** By query and gateway, the rounds. */
export type Loads = Record<string, Record<string, LoadResult[]>>;
export type FanOutRow = FanOutResult & { peer: string; kind: string };
export type ScreensRow = FanOutRow & { bytes: number };

/** (a) to (c): requests per CPU second of the gateway, and what ours is times the others. */
export function loadTable(results: Loads): string {
  const rows = Object.entries(results).flatMap(([name, peers]) => {
    const ours = perCpuSecond(peers.ours ?? []);
    return Object.entries(peers).map(([peer, rounds]) => {
      const latencies = rounds.flatMap((round) => round.latencies).sort((a, b) => a - b);
      const rate = perCpuSecond(rounds);
      return [
        name,
        peer,
        rate.toFixed(0),
        `${(ours / rate).toFixed(2)}×`,
        percentile(latencies, 0.5),
        percentile(latencies, 0.99),
      ];
    });
  });
  return table(['query', 'gateway', 'requests per CPU second', 'ours is', 'p50 ms', 'p99 ms'], rows);
}

/** (d): CPU per delivered message, and whether all arrived. */
export function fanOutTable(rows: readonly FanOutRow[]): string {
  return table(
    ['subscription', 'gateway', 'CPU µs per message', 'ours is', 'delivered', 'p99 ms'],
    rows.map(({ peer, kind, cpuMicros, delivered, expected, latencies }) => {
      const ours = rows.find((row) => row.peer === 'ours' && row.kind === kind)?.cpuMicros ?? cpuMicros;
      const arrived = delivered === expected ? `all ${expected}` : `${delivered} of ${expected}`;
      return [
        kind,
        peer,
        cpuMicros.toFixed(1),
        `${(cpuMicros / ours).toFixed(1)}×`,
        arrived,
        percentile(latencies, 0.99),
      ];
    }),
  );
}

/** (e): memory of an idle connection, and delivery to all of them once a second. */
export function idleTable(rows: readonly ScreensRow[]): string {
  return table(
    ['screens', 'server', 'kB per idle connection', 'CPU µs per message', 'delivered', 'p50 ms', 'p99 ms'],
    rows.map(({ peer, kind, bytes, cpuMicros, delivered, expected, latencies }) => {
      const arrived = delivered === expected ? `all ${expected}` : `${delivered} of ${expected}`;
      return [
        kind,
        peer,
        (bytes / 1024).toFixed(1),
        cpuMicros.toFixed(1),
        arrived,
        percentile(latencies, 0.5),
        percentile(latencies, 0.99),
      ];
    }),
  );
}

/** What was aimed at, and what came of it. */
export function targetTable(loads: Loads, fanOut: readonly FanOutRow[], screens: readonly ScreensRow[]): string {
  const times = (query: string, peer: string): number => {
    const peers = Object.entries(loads).find(([name]) => name.startsWith(query))?.[1] ?? {};
    return perCpuSecond(peers.ours ?? []) / perCpuSecond(peers[peer] ?? []);
  };
  const atLeast = (query: string, peer: string, wanted: number) => {
    const found = times(query, peer);
    return [`${query} ≥ ${wanted}× ${peer}`, `${found.toFixed(2)}×`, found >= wanted ? 'reached' : 'missed'];
  };
  const atMost = (what: string, found: number, wanted: number, unit: string) => [
    `${what} ≤ ${wanted} ${unit}`,
    `${found.toFixed(1)} ${unit}`,
    found <= wanted ? 'reached' : 'missed',
  ];
  const ours = <Row extends { peer: string }>(rows: readonly Row[]) => rows.filter(({ peer }) => peer === 'ours');
  return table(
    ['target', 'measured', ''],
    [
      ...['(a)', '(c)'].flatMap((query) => [atLeast(query, 'hive + rust', 3), atLeast(query, 'stock', 8)]),
      atLeast('(b)', 'hive + rust', 2),
      atLeast('(b)', 'stock', 5),
      ...ours(fanOut).map(({ kind, cpuMicros }) => atMost(`(d) ${kind}`, cpuMicros, 12, 'µs of CPU per message')),
      ...ours(screens).flatMap(({ bytes, latencies }) => [
        atMost('(e) idle', bytes / 1024, 25, 'kB per connection'),
        atMost('(e) live, p99', Number(percentile(latencies, 0.99)), 250, 'ms at 10,000 messages/s'),
      ]),
    ],
  );
}

const SYNC_TITLE = '## Sync';
const EVENTS_TITLE = '## Events';
const CONSOLE_TITLE = '## Console';
const CRM_TITLE = '## CRM';
const ORDERS_TITLE = '## Orders';
/** Written by hand. */
const COST_TITLE = '## What a query may cost';

/** Keeps what was measured of the gateway, with the machine and the day, and what a profile says about it (`PROFILE.md`). */
export function writeResults(tables: readonly string[]): void {
  const made = `Made by \`npm run bench\` ${dayAndMachine()}. All processes share the machine; CPU is that of the gateway alone.`;
  keep('gateway', ['# Results', made, ...tables].join('\n\n'));
}

/** Keeps what was measured of the sync, beside what is known of the rest. */
export function writeSyncResults(tables: readonly string[]): void {
  const made = `Made by \`npm run bench -- sync\` ${dayAndMachine()}. Every subgraph and the simulator are processes of their own; heap is that of the tenants subgraph, with its garbage; its old space may have 250 MB.`;
  keep('sync', [SYNC_TITLE, made, ...tables].join('\n\n'));
}

/** Keeps what was measured of the event bus, beside what is known of the rest. */
export function writeEventResults(tables: readonly string[]): void {
  const made = `Made by \`npm run bench -- events\` ${dayAndMachine()}. Publisher and consumers are processes of their own; batches of 100, published, taken and acknowledged; Redis with \`appendfsync always\` for all. Latency is from before publishing to after the acknowledgment, at 1,000 events a second in batches of 5.`;
  keep('events', [EVENTS_TITLE, made, ...tables].join('\n\n'));
}

/** Keeps what was measured of the pages of the console, beside what is known of the rest. */
export function writeConsoleResults(tables: readonly string[]): void {
  const made = `Made by \`npm run bench -- console\` ${dayAndMachine()}. The whole platform in one process, its production build, Chromium beside it; each figure is the best of its rounds, and in brackets how many times the median of all pages it is. CPU is that of the page's main thread, until a second after it is there.`;
  keep('console', [CONSOLE_TITLE, made, ...tables].join('\n\n'));
}

/** Keeps what was measured of the CRM, beside what is known of the rest. */
export function writeCrmResults(tables: readonly string[]): void {
  const made = `Made by \`npm run bench -- crm\` ${dayAndMachine()}. The CRM and the tenants subgraph are processes of their own, asked without a gateway; the timeline has 100,050 entries of one subject, the search 100,000 contacts, notes and activities each.`;
  keep('crm', [CRM_TITLE, made, ...tables].join('\n\n'));
}

/** Keeps what was measured of orders, beside what is known of the rest. */
export function writeOrdersResults(tables: readonly string[]): void {
  const made = `Made by \`npm run bench -- orders\` ${dayAndMachine()}. 16 tills, of which each sells one order of three lines after the other: opened, its lines added, placed and fired, paid in cash, a transaction each, among 5 million lines of the last four weeks. Past the gateway the subgraph is a process of its own; through the gateway it is \`npm start\`, all in one process. Plain SQL writes the same rows in the same four transactions, with a pool of the same size, as the same role. The data lie in memory.`;
  keep('orders', [ORDERS_TITLE, made, ...tables].join('\n\n'));
}

const resultsFile = new URL('../RESULTS.md', import.meta.url);
const profile = readFileSync(new URL('../PROFILE.md', import.meta.url), 'utf8').trim();

const titles = {
  ...{ sync: SYNC_TITLE, events: EVENTS_TITLE, console: CONSOLE_TITLE },
  ...{ crm: CRM_TITLE, orders: ORDERS_TITLE, cost: COST_TITLE },
};

/** Replaces a part, and the profile, which is written again each time. */
function keep(part: 'gateway' | keyof typeof titles, text: string): void {
  const before = readFileSync(resultsFile, 'utf8').split('## What stands in the way')[0] ?? '';
  const [gateway = '', ...others] = before.split(/^(?=## )/m).map((kept) => kept.trim());
  const parts = Object.entries(titles).map(([name, title]) =>
    name === part ? text : others.find((kept) => kept.startsWith(title)),
  );
  const all = [part === 'gateway' ? text : gateway, ...parts, profile];
  writeFileSync(resultsFile, `${all.filter(Boolean).join('\n\n')}\n`);
}

function dayAndMachine(): string {
  const [cpu] = cpus();
  const machine = `${cpus().length} × ${cpu?.model.trim()}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.versions.node}`;
  return `on ${new Date().toISOString().slice(0, 10)}: ${machine}`;
}

function perCpuSecond(rounds: readonly LoadResult[]): number {
  const requests = rounds.reduce((sum, round) => sum + round.requests, 0);
  return requests / rounds.reduce((sum, round) => sum + round.cpuSeconds, 0);
}

function percentile(sorted: readonly number[], part: number): string {
  const value = sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN;
  return value.toFixed(value < 10 ? 1 : 0);
}
