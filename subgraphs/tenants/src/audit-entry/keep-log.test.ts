import { feedKey } from '@mycelium/bus/feed-key';
import { publishToBus } from '@mycelium/bus/publish';
import { ASIDE_KEY } from '@mycelium/kit/aside';
import { AUDIT_KEY } from '@mycelium/kit/audit-outbox';
import { startTrail } from '@mycelium/kit/audit-trail';
import { REFUSALS_BEFORE_KEY, REFUSED_KEY, refusalsKey } from '@mycelium/kit/refusal';
import { type TestSubgraph, testSubgraph } from '@mycelium/kit/testing';
import type { Audit } from '@mycelium/schema/audit';
import { Redis } from 'ioredis';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { MenuBoard } from '../menu-board/menu-board.ts';
import { tenants } from '../subgraph.ts';
import { takeAuditBefore } from './audit-before.ts';

let testing: TestSubgraph;
let redis: Redis;
let tenantId: string;

beforeAll(async () => {
  testing = await testSubgraph(tenants);
  redis = new Redis(testing.redisUrl);
});
afterAll(async () => {
  redis.disconnect();
  await testing.close();
});
beforeEach(() => {
  tenantId = uuidv7();
});

function auditOf(nounId: string, id: string = uuidv7()): Audit {
  const records = [{ id, kind: 'UPDATED' as const, noun: 'MenuItem', nounId, before: {}, after: { nounId } }];
  return { tenantId, action: 'updateMenuItem', actor: { kind: 'gateway', id: 'x' }, correlationId: 'c', records };
}

async function tell(...audits: unknown[]): Promise<void> {
  const steps = redis.multi();
  for (const audit of audits) steps.xadd(AUDIT_KEY, '*', 'audit', JSON.stringify(audit));
  await steps.publish(AUDIT_KEY, '').exec();
}

/** What the log says of the tenant, oldest first, once it says as much. */
async function logged(count: number): Promise<{ noun_id: string; kind: string }[]> {
  return vi.waitFor(async () => {
    const rows = await testing.subgraph.work(({ em }) =>
      em.execute<{ noun_id: string; kind: string }[]>(
        'select noun_id, kind from tenants.audit_entry where tenant_id = ? order by id',
        [tenantId],
      ),
    );
    expect(rows).toHaveLength(count);
    return rows;
  });
}

test.each([
  ['is no audit', () => 'nothing'],
  ['has an id of no month', () => auditOf('x', '01700000-0000-7000-8000-000000000000')],
  ['has no tenant', () => ({ ...auditOf('x'), tenantId: 'nobody' })],
  ['names no actor', () => ({ ...auditOf('x'), actor: undefined })],
])('what %s is set aside with its reason, and all others are in the log, in their order', async (_, poison) => {
  const before = await redis.xlen(ASIDE_KEY);
  const names = Array.from({ length: 40 }, (__, index) => `item ${index}`);
  const [first, second] = [names.slice(0, 17), names.slice(17)];
  await tell(...first.map((name) => auditOf(name)), poison(), ...second.map((name) => auditOf(name)));
  expect((await logged(40)).map(({ noun_id }) => noun_id)).toEqual(names);
  expect(await redis.xlen(ASIDE_KEY)).toBe(before + 1);
  const [[, aside = []] = []] = await redis.xrevrange(ASIDE_KEY, '+', '-', 'COUNT', 1);
  expect(JSON.parse(aside[aside.indexOf('entry') + 1] ?? '')).toEqual(
    typeof poison() === 'string' ? '"nothing"' : expect.anything(),
  );
  expect(aside[aside.indexOf('reason') + 1]).not.toBe('');
  await vi.waitFor(async () => expect(await redis.xlen(AUDIT_KEY)).toBe(0));
});

test('a NUL and half an emoji are in the log as characters that can be kept', async () => {
  await tell(auditOf('a\0b'), auditOf('\ud83d'));
  expect((await logged(2)).map(({ noun_id }) => noun_id)).toEqual(['a\ufffdb', '\ufffd']);
});

test('what a keeper wrote that died before it said so is in the log once', async () => {
  const audit = auditOf('item');
  await tell(audit);
  await logged(1);
  await vi.waitFor(async () => expect(await redis.xlen(AUDIT_KEY)).toBe(0));
  // As that keeper leaves it: taken, and the rows are there.
  await redis
    .multi()
    .xadd(AUDIT_KEY, '*', 'audit', JSON.stringify(audit))
    .xreadgroup('GROUP', 'log', 'log', 'COUNT', 1, 'STREAMS', AUDIT_KEY, '>')
    .publish(AUDIT_KEY, '')
    .exec();
  await vi.waitFor(async () => expect(await redis.xlen(AUDIT_KEY)).toBe(0));
  await logged(1);
});

test('a change of thousands of rows is recorded whole, in parts that are written while it is made', async () => {
  const statements = await testing.countSql(() =>
    testing.subgraph.work(async (ctx) => {
      startTrail(ctx, 'importBoards');
      for (let batch = 0; batch < 6; batch += 1) {
        for (let n = 0; n < 500; n += 1)
          ctx.em.create(MenuBoard, { tenantId, name: `Board ${n}`, sectionIds: [], languages: ['es'] });
        await ctx.em.flush();
        ctx.em.clear();
      }
    }),
  );
  expect(statements).toBeLessThan(30);
  expect(new Set((await logged(3_000)).map(({ kind }) => kind))).toEqual(new Set(['CREATED']));
});

test('nothing of it is on the bus of events, where a tenant could take, pause or replay it', async () => {
  await testing.subgraph.work(async (ctx) => {
    startTrail(ctx, 'createMenuBoard');
    ctx.em.create(MenuBoard, { tenantId, name: 'Board', sectionIds: [], languages: ['es'] });
  });
  await logged(1);
  const onTheBus = (await redis.keys(`*${tenantId}*`)).filter((key) => key !== feedKey(tenantId));
  expect(onTheBus).toEqual([]);
});

test('what waited on the bus in an older version is taken over, also where the tenant had stopped the channel or took it outside', async () => {
  const { tenantId: feed, ...payload } = auditOf('item of before');
  const event = { id: uuidv7(), type: 'audit.recorded', feed, source: 'ORDERING', at: new Date().toISOString() };
  const call = { actor: payload.actor, correlationId: 'c', payload };
  await redis.sadd(`mycelium:bus:outside:wrapper`, tenantId);
  await publishToBus(redis, [{ event: { ...event, ...call }, targets: ['wrapper'] }]);
  await testing.subgraph.work(takeAuditBefore);
  await logged(1);
  expect(await redis.xlen(`mycelium:bus:queue:${tenantId}:ORDERING>wrapper`)).toBe(0);
});

test('refusals that make no sense hold up neither those of their tenant nor those of another', async () => {
  const refusal = (of: string, id = uuidv7()) =>
    JSON.stringify({ id, tenantId: of, actor: { kind: 'user', id: uuidv7() }, action: 'a', correlationId: 'c' });
  const other = uuidv7();
  await redis.rpush(refusalsKey(tenantId), 'nonsense', refusal(tenantId), refusal('nobody'), refusal(tenantId));
  await redis.rpush(refusalsKey(other), refusal(other));
  await redis.rpush(REFUSALS_BEFORE_KEY, refusal(tenantId));
  await redis.sadd(REFUSED_KEY, tenantId, other);
  expect((await logged(3)).map(({ kind }) => kind)).toEqual(['REFUSED', 'REFUSED', 'REFUSED']);
  await vi.waitFor(
    async () => expect(await redis.exists(REFUSED_KEY, refusalsKey(tenantId), REFUSALS_BEFORE_KEY)).toBe(0),
    5_000,
  );
});
