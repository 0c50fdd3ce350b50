import { randomUUID } from 'node:crypto';
import { readDemo } from '@mycelium/database/seed';
import { readDemoCrm } from '@mycelium/database/seed-crm';
import { readDemoPipeline } from '@mycelium/database/seed-pipeline';
import { person, type TestSubgraph, testSubgraph } from '@mycelium/kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tenantsIn } from '../../test/tenants.ts';
import { Activity } from '../activity/activity.ts';
import { Contact } from '../contact/contact.ts';
import { crm } from '../subgraph.ts';
import { seedAccount } from './seed-account.ts';
import { seedCrm } from './seed-crm.ts';

const reinas = randomUUID();
const farolito = randomUUID();
const owner = { id: randomUUID(), timeZone: 'America/Los_Angeles' };
const manager = { id: randomUUID(), timeZone: 'Europe/Istanbul' };
const people = new Map([
  ['owner@las-reinas.test', owner],
  ['manager@las-reinas.test', manager],
]);
let testing: TestSubgraph;

async function seed(slug: 'las-reinas' | 'el-farolito', tenantId: string): Promise<void> {
  const { tenant } = await readDemo(slug);
  const demo = await readDemoCrm(slug);
  const pipeline = await readDemoPipeline(slug);
  await testing.subgraph.work((ctx) => seedCrm(ctx, demo, people, tenant.timeZone, pipeline), tenantId);
}

beforeAll(async () => {
  testing = await testSubgraph(crm, { neighbours: tenantsIn('America/Los_Angeles').answer });
  await seed('las-reinas', reinas);
  await seed('el-farolito', farolito);
});
afterAll(() => testing.close());

test('every tag of the demo is there, spelled in one way', async () => {
  const spelled = await testing.subgraph.work(({ em }) =>
    em.execute<{ carried: string[]; known: string[] }[]>(
      `select (select array_agg(distinct name order by name) from (
         select unnest(tags) as name from crm.contact union select unnest(tags) from crm.note union select unnest(tags) from crm.activity
         union select unnest(tags) from crm.opportunity
       ) each) as carried, (select array_agg(distinct name order by name) from crm.tag) as known`,
    ),
  );
  expect(spelled[0]?.known.length).toBeGreaterThan(3);
  expect(spelled[0]?.carried).toEqual(spelled[0]?.known);
});

type Counts = Record<string, { totalCount: number }>;

test('the demo has contacts, partners, what is due today, overdue and done, and three months of a timeline; of another tenant nothing', async () => {
  const viewer = testing.as(person('OWNER', reinas, owner.id));
  const counts = await viewer.run<Counts>(
    `query ($t: ID!) {
      contacts(tenantId: $t) { totalCount }
      partners(tenantId: $t) { totalCount }
      today: activities(tenantId: $t, filter: { due: TODAY, open: true }) { totalCount }
      overdue: activities(tenantId: $t, filter: { due: OVERDUE, open: true }) { totalCount }
      done: activities(tenantId: $t, filter: { open: false }) { totalCount }
      twice: duplicates(tenantId: $t, rank: DUPLICATE) { totalCount }
      munoz: searchCrm(tenantId: $t, text: "munoz") { totalCount }
      notes(tenantId: $t) { totalCount }
      hoped: opportunities(tenantId: $t, filter: { open: true }) { totalCount }
      closed: opportunities(tenantId: $t, sort: CLOSED) { totalCount }
      timeline(tenantId: $t) { totalCount }
    }`,
    { t: reinas },
  );
  expect(counts).toMatchObject({
    contacts: { totalCount: 40 },
    partners: { totalCount: 2 },
    today: { totalCount: 4 },
    overdue: { totalCount: 3 },
    done: { totalCount: 13 },
    twice: { totalCount: 1 },
    munoz: { totalCount: 1 },
    notes: { totalCount: 9 },
    hoped: { totalCount: 6 },
    closed: { totalCount: 2 },
  });
  expect(counts.timeline?.totalCount).toBeGreaterThan(100);
  const other = testing.as(person('OWNER', farolito));
  const seen = 'query ($t: ID!) { contacts(tenantId: $t) { totalCount } timeline(tenantId: $t) { totalCount } }';
  expect(await other.run(seen, { t: farolito })).toEqual({ contacts: { totalCount: 2 }, timeline: { totalCount: 4 } });
  expect(await other.refusal(seen, { t: reinas })).toMatchObject({ code: 'NOT_FOUND' });
});

test('what came over the bus was acknowledged, so that the timeline can be checked from its first day', async () => {
  const viewer = testing.as(person('OWNER', reinas, owner.id));
  const from = new Date(Date.now() - 91 * 86_400_000).toISOString();
  const { checkTimeline } = await viewer.run<{ checkTimeline: { checked: number } }>(
    'query ($t: ID!, $from: DateTime) { checkTimeline(tenantId: $t, from: $from) { checked missingCount isComplete } }',
    { t: reinas, from },
  );
  expect(checkTimeline).toMatchObject({ missingCount: 0, isComplete: true });
  const [told] = await testing.subgraph.work(({ em }) =>
    em.execute<{ count: number }[]>(
      'select count(*)::int as count from crm.timeline_entry where tenant_id = ? and acknowledged_at >= ?',
      [reinas, from],
    ),
  );
  expect(checkTimeline.checked).toBeGreaterThan(5);
  expect(checkTimeline.checked).toBe(told?.count);
});

test('on its first day the demo reminds nobody', async () => {
  const rows = await testing.subgraph.work(({ em }) =>
    em.execute<{ title: string }[]>(
      `select title from crm.activity where completed_at is null and assignee_id is not null
         and (remind_at < now() + interval '23 hours' and reminded_for is distinct from remind_at
           or overdue_at < now() + interval '23 hours' and overdue_told_for is distinct from due_until)`,
    ),
  );
  expect(rows).toEqual([]);
});

test('what is there stays, also where somebody has removed all of it', async () => {
  await testing.subgraph.work(async ({ em }) => {
    await em.nativeUpdate(Contact, { tenantId: reinas }, { removedAt: new Date() });
    await em.nativeUpdate(Activity, { tenantId: reinas }, { removedAt: new Date() });
  });
  await seed('las-reinas', reinas);
  expect(await testing.subgraph.work(({ em }) => em.count(Contact, { tenantId: reinas }))).toBe(40);
});

test('the staff keep an account of each tenant with its stage, its owner and two notes, once; nobody of the tenant sees it', async () => {
  const staffId = randomUUID();
  for (const again of [false, true]) {
    const [{ tenant }, { account }] = [await readDemo('el-farolito'), await readDemoCrm('el-farolito')];
    const changed = again ? { ...account, stage: 'LEFT' as const } : account;
    await testing.subgraph.work((ctx) => seedAccount(ctx, changed, tenant, staffId), farolito);
  }
  const ACCOUNT = 'account { name stage ownerId notes { totalCount } reasons { code } }';
  expect(await testing.as(person('ADMIN', farolito)).ofTenant(ACCOUNT)).toMatchObject({
    account: {
      ...{ name: 'El Farolito', stage: 'AT_RISK', ownerId: staffId, notes: { totalCount: 2 } },
      reasons: [{ code: 'NO_CONTACT' }],
    },
  });
  expect(await testing.as(person('OWNER', farolito)).ofTenant(ACCOUNT)).toEqual({ account: null });
});
