import { randomBytes, randomUUID } from 'node:crypto';
import { startPostgres } from '@mycelium/database/embedded/postgres';
import { startRedis } from '@mycelium/database/embedded/redis';
import { migrate } from '@mycelium/database/migrate';
import { Client } from 'pg';
import { type Child, startWith } from '../child.ts';
import type { Say } from '../compare-gateways.ts';
import { table } from '../table.ts';
import { makeCatalogue } from './catalogue.ts';

const ITEMS = 50_000;
const HEAP_AT_MOST = 300;
const OLD_SPACE_MB = 250;

interface Measured {
  what: string;
  items: number;
  seconds: number;
  peak?: number;
}

/** A first sync of a large catalogue, and one that finds nothing to do, beside the same calls with nothing kept. */
export async function measureSync(say: Say): Promise<string[]> {
  const [secret, token, id] = [randomBytes(24).toString('hex'), randomBytes(24).toString('hex'), randomUUID()];
  const [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
  const children: Child[] = [];
  const run = async (module: string, ...args: string[]): Promise<Child> => {
    // As in a container that has no more: V8 lets its garbage grow to whatever it is given.
    const child = await startWith([`--max-old-space-size=${OLD_SPACE_MB}`], module, ...args);
    children.push(child);
    return child;
  };
  const database = new Client({ connectionString: postgres.url });
  try {
    await migrate({ databaseUrl: postgres.url, secret });
    await database.connect();
    const services = [postgres.url, redis.url, secret];
    const smp = String((await run('./sync/smp.ts', token)).ready);
    const restaurant = String((await run('./sync/subgraph.ts', 'restaurant', ...services)).ready);
    const tenants = await run('./sync/subgraph.ts', 'tenants', ...services, restaurant);
    say(`sync: a catalogue of ${ITEMS} items …`);
    await makeCatalogue(database, id, ITEMS);
    const slug = 'bench';
    const looks = { name: 'Bench', languages: ['es'], currency: 'USD', timeZone: 'America/Chicago' };
    await tenants.ask(
      { seed: { id, slug, ...looks, restaurant: looks, locations: [], users: [], boards: [] } },
      'done',
    );

    const bare = await run('./sync/bare.ts', restaurant, smp, id, token, secret);
    const limit = async (): Promise<Measured> => {
      say('sync: no bookkeeping …');
      return { ...(await bare.ask<Omit<Measured, 'what'>>({}, 'done')), what: 'no bookkeeping' };
    };
    // Warm, as the others will find it.
    await limit();
    const sync = async (what: string): Promise<Measured> => {
      say(`sync: ${what} …`);
      await tenants.ask({ queue: { slug, baseUrl: smp, token } }, 'done');
      const ended = await endOfRun(database);
      return { what, ...ended, peak: await tenants.ask<number>({ peak: true }, 'done') };
    };
    const rows = [await limit(), await sync('first INITIAL'), await sync('INITIAL again')];
    return [targets(rows), tableOf(rows)];
  } finally {
    await database.end();
    await Promise.all(children.map((child) => child.end()));
    await Promise.all([postgres.stop(), redis.stop()]);
  }
}

async function endOfRun(database: Client): Promise<Pick<Measured, 'items' | 'seconds'>> {
  for (;;) {
    const { rows } = await database.query<{ status: string; message: string; seconds: number; items: number }>(
      `select status, message, extract(epoch from ended_at - started_at)::float as seconds,
         (select sum((step->>'seen')::int)::int from jsonb_array_elements(steps) step where step->>'name' = 'PUSH') as items
       from tenants.sync_run order by id desc limit 1`,
    );
    const [run] = rows;
    if (run?.status === 'SUCCESS') return run;
    if (run && !['QUEUED', 'RUNNING'].includes(run.status)) throw new Error(`${run.status}: ${run.message}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function targets(rows: readonly Measured[]): string {
  const peak = Math.max(...rows.map((row) => row.peak ?? 0)) / 2 ** 20;
  return table(
    ['target', 'measured', ''],
    [
      [
        `(f) sync of ${ITEMS} items below ${HEAP_AT_MOST} MB of heap`,
        `${peak.toFixed(0)} MB`,
        peak < HEAP_AT_MOST ? 'reached' : 'missed',
      ],
    ],
  );
}

function tableOf(rows: readonly Measured[]): string {
  const [limit] = rows;
  return table(
    ['sync', 'items', 'seconds', 'items/s', 'of the limit', 'peak heap MB'],
    rows.map(({ what, items, seconds, peak }) => [
      what,
      String(items),
      seconds.toFixed(1),
      (items / seconds).toFixed(0),
      `${((limit?.seconds ?? seconds) / seconds).toFixed(2)}×`,
      peak ? (peak / 2 ** 20).toFixed(0) : '',
    ]),
  );
}
