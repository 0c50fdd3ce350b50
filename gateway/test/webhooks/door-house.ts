import { createHmac, randomUUID } from 'node:crypto';
import { MikroORM } from '@mikro-orm/postgresql';
import { startRedis } from '@mycelium/database/embedded/redis';
import { ormConfig } from '@mycelium/database/orm';
import { roleName } from '@mycelium/database/role';
import { testDatabase, testSecret } from '@mycelium/database/testing';
import { door } from '@mycelium/kit/doors/door';
import { hmac, stamped } from '@mycelium/kit/doors/hmac';
import { ReceiptRow } from '@mycelium/kit/doors/receipt';
import { createLog } from '@mycelium/kit/log';
import { part } from '@mycelium/kit/part';
import { listen } from '@mycelium/kit/serve';
import { type Manifest, openSubgraph } from '@mycelium/kit/subgraph';
import { Client } from 'pg';
import { pino } from 'pino';
import { Mutation, Query, Resolver, Subscription } from 'type-graphql';
import { z } from 'zod';
import type { SubgraphLocation } from '../../src/calls/subgraph.ts';
import { type Gateway, startGateway } from '../../src/gateway.ts';
import { compose } from '../bistro/bistro.ts';

@Resolver()
class Alive {
  @Query(() => Boolean)
  alive(): boolean {
    return true;
  }

  @Mutation(() => Boolean)
  live(): boolean {
    return true;
  }

  @Subscription(() => Boolean, { subscribe: () => nothing() })
  lives(): boolean {
    return true;
  }
}

async function* nothing(): AsyncGenerator<boolean> {}

const connectionSchema = z.object({
  tenant_id: z.string(),
  secret: z.string(),
  earlier: z.string().nullable(),
  replaced_at: z.coerce.date().nullable(),
});
const eventSchema = z.object({ id: z.string() });

/** What doors of this process have done, for those who compare. */
export const done = { lookUps: 0, verified: 0 };

const verify = hmac({
  header: 'vendor-signature',
  encoding: 'hex',
  read: stamped,
  signed: ({ url, body }, time) => [`${time}.${url}.`, body],
  toleranceMs: 300_000,
});

const vendor = {
  async connection({ em }, id) {
    done.lookUps += 1;
    const [row] = await em.execute<unknown[]>('select * from tenants.test_connection where id = ?', [id]);
    if (!row) return undefined;
    const { tenant_id: tenantId, secret, earlier, replaced_at: replacedAt } = connectionSchema.parse(row);
    return { tenantId, secret, earlier: earlier && replacedAt ? { secret: earlier, replacedAt } : undefined };
  },
  verify(...delivery) {
    done.verified += 1;
    return verify(...delivery);
  },
  eventId: ({ body }) => eventSchema.parse(JSON.parse(body.toString())).id,
  keeps: ['vendor-topic'],
  handle: (desk, { eventId, body, headers }) =>
    desk.conclude(({ em }) =>
      em.execute(
        `insert into tenants.test_told (event_id, body, topic) values (?, ?, ?)
         on conflict (event_id) do update set times = test_told.times + 1`,
        [eventId, body, headers['vendor-topic'] ?? null],
      ),
    ),
  challenge({ url }, { secret }) {
    const asked = new URL(url).searchParams;
    return asked.get('hub.verify_token') === secret ? (asked.get('hub.challenge') ?? '') : undefined;
  },
} satisfies Parameters<typeof door>[1];

/** A subgraph that is little more than two doors. */
export const manifest: Manifest = {
  ...{ name: 'tenants', parts: [part(Alive)], references: [], reactions: [] },
  doors: [door('vendor', vendor), door('large', vendor)],
};

const doors = { vendor: { subgraph: 'tenants' }, large: { subgraph: 'tenants', mostBytes: 3 * 1024 * 1024 } };
const publicUrl = 'https://mycelium.test';

/** What the vendor sends: signed by it, for the address that it was given. */
export function signed(path: string, body: string | Buffer, secret: string, at = Date.now()): Record<string, string> {
  const time = Math.floor(at / 1_000);
  const signature = createHmac('sha256', secret).update(`${time}.${publicUrl}${path}.`).update(body).digest('hex');
  return { 'content-type': 'application/json', 'vendor-signature': `t=${time},v1=${signature}` };
}

export interface DoorHouse {
  url: string;
  databaseUrl: string;
  redis: { url: string; pid: number };
  admin: Client;
  log: Record<string, unknown>[];
  /** Where the subgraph takes deliveries itself, over HTTP. */
  subgraphUrl?: string;
  connect(options?: { secret?: string; earlier?: string; replacedAt?: Date }): Promise<string>;
  /** How often each event has been handled. */
  told(): Promise<Record<string, number>>;
  close(): Promise<void>;
}

/** A gateway in front of a subgraph with doors, or of the one at `at`. */
export async function openDoorHouse(placement: 'in memory' | 'over HTTP'): Promise<DoorHouse> {
  const [database, redis] = await Promise.all([testDatabase(), startRedis()]);
  const admin = new Client({ connectionString: database.url });
  await admin.connect();
  await makeTables(admin, database.url);
  const quiet = createLog('test', 'fatal');
  const subgraph = await openSubgraph(manifest, {
    ...{ databaseUrl: database.url, redisUrl: redis.url, secret: testSecret, log: quiet },
  });
  const served =
    placement === 'over HTTP' ? await listen(subgraph, { host: '127.0.0.1', port: 0, log: quiet }) : undefined;
  const log: Record<string, unknown>[] = [];
  const gateway = await openGateway(subgraph.sdl, served ?? subgraph, redis.url, log);
  return {
    url: gateway.url,
    databaseUrl: database.url,
    redis,
    admin,
    log,
    subgraphUrl: served?.url,
    async connect({ secret = 'secret', earlier, replacedAt } = {}) {
      const id = randomUUID();
      await admin.query('insert into tenants.test_connection values ($1, $2, $3, $4, $5)', [
        ...[id, randomUUID(), secret, earlier, replacedAt],
      ]);
      return id;
    },
    async told() {
      const { rows } = await admin.query<{ event_id: string; times: number }>(
        'select event_id, times from tenants.test_told',
      );
      return Object.fromEntries(rows.map(({ event_id, times }) => [event_id, times]));
    },
    async close() {
      await gateway.close();
      await served?.close();
      await subgraph.close();
      await admin.end();
      await Promise.all([redis.stop(), database.drop()]);
    },
  };
}

export function openGateway(
  sdl: string,
  tenants: SubgraphLocation,
  redisUrl: string,
  lines: Record<string, unknown>[],
): Promise<Gateway> {
  return startGateway({
    supergraphSdl: compose([{ name: 'tenants', url: 'http://127.0.0.1:1', sdl }]),
    subgraphs: { tenants },
    ...{ host: '127.0.0.1', port: 0, redisUrl, doors, publicUrl, secret: testSecret },
    log: pino({ level: 'info' }, { write: (line) => void lines.push(JSON.parse(line)) }),
  });
}

/** That of the receipts as its entity says, as a migration would make it. */
async function makeTables(admin: Client, databaseUrl: string): Promise<void> {
  const orm = await MikroORM.init({ ...ormConfig('tenants', [ReceiptRow]), clientUrl: databaseUrl });
  const sql = await orm.schema.getCreateSchemaSQL({ wrap: false });
  await orm.close();
  await admin.query(sql.replace(/create schema[^;]*;/g, ''));
  await admin.query(`
    create table tenants.test_connection (id uuid primary key, tenant_id uuid, secret text, earlier text, replaced_at timestamptz);
    create table tenants.test_told (event_id text primary key, body bytea, topic text, times int default 1);
    grant select, insert, update, delete on tenants.webhook_receipt, tenants.test_connection, tenants.test_told to ${roleName('tenants')}`);
}
