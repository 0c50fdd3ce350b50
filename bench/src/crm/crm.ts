import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '@mycelium/database/embedded/postgres';
import { startRedis } from '@mycelium/database/embedded/redis';
import { migrate } from '@mycelium/database/migrate';
import { Client } from 'pg';
import { type Child, startWith } from '../child.ts';
import type { Say } from '../compare-gateways.ts';
import { table } from '../table.ts';
import { askCrm } from './ask.ts';
import { type ImportsRow, measureImports } from './imports.ts';
import { measureReminders, type RemindersRow } from './reminders.ts';
import { measureSearch, type SearchRow } from './search.ts';
import { measureTimeline, type TimelineRow } from './timeline.ts';

interface Measured {
  timeline: TimelineRow[];
  search: SearchRow[];
  reminders: RemindersRow;
  imports: ImportsRow;
}

/** As a container has it that has no more. */
const OLD_SPACE_MB = 250;

/** Pages of long timelines, searches among very many things, a minute in which everything is due, and a large import; each beside the limit. */
export async function measureCrm(say: Say): Promise<string[]> {
  const [secret, tenantId] = [randomBytes(24).toString('hex'), randomUUID()];
  const directory = await mkdtemp(join(tmpdir(), 'mycelium-bench-'));
  const [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
  const children: Child[] = [];
  const run = async (module: string, ...args: string[]): Promise<Child> => {
    const child = await startWith([`--max-old-space-size=${OLD_SPACE_MB}`, '--expose-gc'], module, ...args);
    children.push(child);
    return child;
  };
  const database = new Client({ connectionString: postgres.url });
  try {
    await migrate({ databaseUrl: postgres.url, secret });
    await database.connect();
    const services = [postgres.url, redis.url, secret];
    const tenants = await run('./sync/subgraph.ts', 'tenants', ...services);
    const looks = { name: 'Bench', languages: ['es'], currency: 'USD', timeZone: 'America/Chicago' };
    const users = [{ email: 'owner@bench.test', name: 'Owner', role: 'OWNER' }];
    await tenants.ask(
      { seed: { id: tenantId, slug: 'bench', ...looks, restaurant: looks, locations: [], users, boards: [] } },
      'done',
    );
    const { rows } = await database.query<{ id: string }>('select user_id as id from tenants.membership');
    const crm = await run('./crm/subgraph.ts', ...services, String(tenants.ready), directory);
    const ask = askCrm(String(crm.ready), tenantId, secret);

    say('crm: a timeline …');
    const timeline = await measureTimeline(ask, database, tenantId);
    say('crm: searches …');
    const search = await measureSearch(ask, database, tenantId);
    say('crm: reminders …');
    const reminders = await measureReminders(crm, database, tenantId, String(rows[0]?.id));
    say('crm: an import …');
    const imports = await measureImports(crm, ask, database, tenantId, { directory, secret });
    const measured = { timeline, search, reminders, imports };
    return [targets(measured), ...tables(measured)];
  } finally {
    await database.end();
    await Promise.all(children.map((child) => child.end()));
    await Promise.all([postgres.stop(), redis.stop(), rm(directory, { recursive: true })]);
  }
}

function targets({ timeline, search, reminders, imports }: Measured): string {
  const atMost = (what: string, found: number, wanted: number, unit: string) => [
    `${what} ≤ ${wanted} ${unit}`,
    `${found.toFixed(unit === '×' ? 2 : 1)} ${unit}`,
    found <= wanted ? 'reached' : 'missed',
  ];
  const atLeast = (what: string, found: number, wanted: number, unit: string) => [
    `${what} ≥ ${wanted} ${unit}`,
    `${found.toFixed(0)} ${unit}`,
    found >= wanted ? 'reached' : 'missed',
  ];
  const [first, ...deeper] = timeline;
  const deepest = deeper.at(-1);
  const [right, typo] = search;
  return table(
    ['target', 'measured', ''],
    [
      ...timeline.map(({ depth, ours }) => atMost(`(i) page of a timeline at ${depth}, p95`, ours, 15, 'ms')),
      atMost('(i) deepest page beside the first', (deepest?.ours ?? Number.NaN) / (first?.ours ?? 1), 1.2, '×'),
      atMost('(j) search, p95', right?.ours ?? Number.NaN, 60, 'ms'),
      atMost('(j) search with a typo, p95', typo?.ours ?? Number.NaN, 150, 'ms'),
      atMost(`(k) ${reminders.reminders} reminders due at once`, reminders.seconds, 60, 's'),
      [
        '(k) each told once',
        String(reminders.notices),
        reminders.notices === reminders.reminders ? 'reached' : 'missed',
      ],
      atLeast(`(l) import of ${imports.rows} rows, planned`, imports.rows / imports.planSeconds, 8_000, 'rows/s'),
      atLeast('(l) the same, applied', imports.rows / imports.applySeconds, 2_500, 'rows/s'),
      atMost('(l) heap of all threads above idle', imports.memory.heap / 2 ** 20, 100, 'MB'),
      ['(l) memory of the process above idle', `${(imports.memory.rss / 2 ** 20).toFixed(0)} MB`, ''],
      atMost('(l) who is there twice', imports.duplicatesSeconds, 60, 's'),
    ],
  );
}

function tables({ timeline, search, reminders, imports }: Measured): string[] {
  const times = (ours: number, sql: number) => `${(ours / sql).toFixed(1)}×`;
  return [
    table(
      ['timeline, entries before the page', 'p95 ms', 'plain SQL, p95 ms', 'of plain SQL'],
      timeline.map(({ depth, ours, sql }) => [String(depth), ours.toFixed(1), sql.toFixed(1), times(ours, sql)]),
    ),
    table(
      ['search', 'p95 ms', 'plain SQL, p95 ms', 'of plain SQL'],
      search.map(({ what, ours, sql }) => [what, ours.toFixed(1), sql?.toFixed(1) ?? '', sql ? times(ours, sql) : '']),
    ),
    table(
      ['reminders due at once', 'seconds', 'outbox alone, seconds', 'of the outbox alone'],
      [
        [
          String(reminders.reminders),
          reminders.seconds.toFixed(1),
          reminders.outboxSeconds.toFixed(1),
          times(reminders.seconds, reminders.outboxSeconds),
        ],
      ],
    ),
    table(
      [`import of ${imports.rows} rows, ${(imports.bytes / 2 ** 20).toFixed(0)} MB`, 'seconds', 'rows/s'],
      [
        ['planned', imports.planSeconds],
        ['applied', imports.applySeconds],
        ['who is there twice', imports.duplicatesSeconds],
        ['csv-parse alone', imports.parseSeconds],
        [`papaparse, the whole file (${(imports.wholeHeap / 2 ** 20).toFixed(0)} MB of heap)`, imports.wholeSeconds],
        ['COPY into a table of texts', imports.copySeconds],
      ].map(([what, seconds]) => [
        String(what),
        Number(seconds).toFixed(1),
        (imports.rows / Number(seconds)).toFixed(0),
      ]),
    ),
  ];
}
