import { randomBytes } from 'node:crypto';
import { startPostgres } from '@mycelium/database/embedded/postgres';
import { startRedis } from '@mycelium/database/embedded/redis';
import { roleUrl } from '@mycelium/database/role';
import { Client } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { type Child, startWith } from '../child.ts';
import type { Say } from '../compare-gateways.ts';
import { Owner } from '../console/owner.ts';
import { startPlatform } from '../console/platform.ts';
import { type Ask, askAt, type Door } from './ask.ts';
import { fillOrders } from './fill.ts';
import { furnish, type House } from './house.ts';
import { takeLast } from './last-portion.ts';
import { originalOf } from './original.ts';
import { type Measured, ordersTables, type Peer } from './report.ts';
import { sell } from './sale.ts';
import { measureScreens } from './screens.ts';
import type { Sold } from './tills.ts';
import { measureTotals } from './totals.ts';

const TILLS = 16;
const LINES = 5_000_000;
const ROUNDS = 3;
const SECONDS = 15;
const WARM_UP_SECONDS = 5;
const SCREENS = 50;
const TAKERS = 50;
const OPEN_ORDERS = 2_000;
const OLD_SPACE_MB = 250;

/** One owner stands for all tills and screens here, which have limits of their own otherwise. */
const UNLIMITED = {
  ...{ RATE_VIEWER_PER_MINUTE: '100000000', RATE_TENANT_PER_HOUR: '1000000000', RATE_ADDRESS_PER_MINUTE: '100000000' },
  CONNECTIONS_PER_VIEWER: String(2 * SCREENS),
};

/** Tills that sell as fast as they are answered, past the gateway, through it, and by hand in SQL; a kitchen's screens; the last portion. */
export async function measureOrders(say: Say): Promise<string[]> {
  const secret = randomBytes(24).toString('hex');
  const [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
  const children: Child[] = [];
  const run = async (module: string, ...args: string[]): Promise<Child> => {
    const child = await startWith([`--max-old-space-size=${OLD_SPACE_MB}`, '--expose-gc'], module, ...args);
    children.push(child);
    return child;
  };
  const services = { DATABASE_URL: postgres.url, REDIS_URL: redis.url, MYCELIUM_SECRET: secret, DEMO_DATA: '1' };
  const platform = await startPlatform({ ...services, ...UNLIMITED });
  const database = new Client({ connectionString: postgres.url });
  const closing: (() => Promise<void>)[] = [];
  try {
    await database.connect();
    const { session } = await Owner.logIn(platform.url);
    const gateway: Door = { kind: 'gateway', url: `${platform.url}/graphql`, token: session.accessToken };
    const owner = askAt(gateway, TILLS);
    closing.push(owner.close);
    const house = await furnish(owner.ask, TILLS);
    const [counter] = house.counters;
    if (!counter) throw new Error('There is no till.');
    const orderId = await sell(owner.ask, counter);
    const original = await originalOf(database, orderId);
    say(`orders: ${LINES} lines …`);
    await fillOrders(database, orderId, LINES);
    await database.query(
      `create schema bench; create table bench.outbox (like restaurant.outbox including all);
       create table bench.audit_outbox (like restaurant.audit_outbox including all);
       grant usage on schema bench to public; grant all on all tables in schema bench to public;
       grant all on all sequences in schema bench to public; grant all on all sequences in schema restaurant to public`,
    );
    const subgraph = await run('./sync/subgraph.ts', 'restaurant', postgres.url, redis.url, secret);
    const past: Door = { kind: 'subgraph', url: String(subgraph.ready), tenantId: house.tenantId, secret };
    const near = askAt(past, TAKERS);
    closing.push(near.close);

    const [tills, sql] = [await run('./orders/tills.ts'), await run('./orders/plain-sql.ts')];
    const { counters } = house;
    const url = roleUrl(postgres.url, 'restaurant', secret);
    const peers = {
      'plain SQL': (seconds: number) => sql.ask<Sold>({ run: { url, original, tills: TILLS, seconds } }, 'done'),
      subgraph: (seconds: number) => tills.ask<Sold>({ run: { door: past, counters, seconds } }, 'done'),
      gateway: (seconds: number) => tills.ask<Sold>({ run: { door: gateway, counters, seconds } }, 'done'),
    };
    for (const sellAt of Object.values(peers)) await sellAt(WARM_UP_SECONDS);
    const sold: Record<Peer, Sold[]> = { 'plain SQL': [], subgraph: [], gateway: [] };
    for (let round = 1; round <= ROUNDS; round += 1)
      for (const [name, sellAt] of Object.entries(peers)) {
        say(`orders: ${name}, ${round} of ${ROUNDS} …`);
        sold[name as Peer].push(await sellAt(SECONDS));
      }
    say('orders: screens …');
    const screens = await measureScreens(owner.ask, gateway, house, SCREENS);
    const measured: Measured = {
      ...{ sold, screens, lines: LINES, takers: TAKERS, openOrders: OPEN_ORDERS },
      taken: await takeLast(near.ask, house, TAKERS),
      totals: { ORDER: measureTotals('ORDER'), LINE: measureTotals('LINE') },
      heapPerOrder: await heapPerOrder(subgraph, near.ask, house),
    };
    return ordersTables(measured);
  } finally {
    await Promise.all(closing.map((close) => close()));
    await database.end();
    await Promise.all(children.map((child) => child.end()));
    await platform.stop();
    await Promise.all([postgres.stop(), redis.stop()]);
  }
}

/** Bytes by which what is in use of the subgraph's heap has grown for each order that was opened and not paid. */
async function heapPerOrder(subgraph: Child, ask: Ask, { locationId }: House): Promise<number> {
  const live = (): Promise<number> => subgraph.ask<number>({ live: true }, 'done');
  const before = await live();
  for (let opened = 0; opened < OPEN_ORDERS; opened += TILLS)
    await Promise.all(
      Array.from({ length: TILLS }, () =>
        ask('mutation ($input: OpenOrderInput!) { openOrder(input: $input) { id } }', {
          input: { id: uuidv7(), locationId, channel: 'TAKEAWAY' },
        }),
      ),
    );
  return ((await live()) - before) / OPEN_ORDERS;
}
