import { totalsKey } from '@mycelium/bus/keys';
import { lapse } from '@mycelium/bus/lapse.testing';
import { testSecret } from '@mycelium/database/testing';
import { openAlone } from '@mycelium/kit/alone.testing';
import { makeEvent, writeOutbox } from '@mycelium/kit/outbox';
import { testSubgraph } from '@mycelium/kit/testing';
import { createVault } from '@mycelium/kit/vault';
import { anonymous } from '@mycelium/kit/viewer';
import { noticeRaised } from '@mycelium/schema/subgraphs/tenants';
import { Client } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, expect, test, vi } from 'vitest';
import { openHouse } from '../test/house.ts';
import { tenants } from './subgraph.ts';

const OLD_SECRET = 'an old secret of this test that is long enough';
const ROWS = 450;
const PAGE = 200;

const email = 'manager@las-reinas.test';

const house = await openHouse();
const { viewer } = await house.enter(email);
// From here on, what goes on by itself is the affair of the process that is killed.
await house.testing.subgraph.close();
const alone = await openAlone('tenants', new URL('./main.ts', import.meta.url), [], {
  beside: house.testing,
  env: { MYCELIUM_OLD_SECRETS: OLD_SECRET, SMTP_URL: house.mailbox.smtpUrl },
});
const admin = new Client({ connectionString: house.testing.databaseUrl });
await admin.connect();
afterAll(async () => {
  await alone.close();
  await admin.end();
  await house.close();
});

const emails = async () => {
  const { rows } = await admin.query<{ id: string; sealed: string }>(
    'select id, sealed_letter as sealed from tenants.mail where sealed_letter is not null order by id',
  );
  return rows;
};

/** E-mails that nobody took, which are kept under the old secret; from now on each one that is sealed again is noted. */
async function keepEmails(): Promise<string[]> {
  const old = createVault(OLD_SECRET);
  const ids = Array.from({ length: ROWS }, () => uuidv7());
  await admin.query(
    `insert into tenants.mail (id, created_at, updated_at, version, tenant_id, "to", sealed_letter, state, next_attempt_at)
     select id, now(), now(), 1, $3, 'ada@example.test', sealed, 'FAILED', 'infinity' from unnest($1::uuid[], $2::text[]) as row (id, sealed)`,
    [ids, ids.map((id) => old.seal(id)), house.ids.reinas],
  );
  await admin.query(`
    create table tenants.sealed_anew (id uuid);
    grant insert on tenants.sealed_anew to public;
    create function tenants.note_sealed() returns trigger language plpgsql as
      $$ begin insert into tenants.sealed_anew values (new.id); return null; end $$;
    create trigger note_sealed after update of sealed_letter on tenants.mail
      for each row when (old.sealed_letter is distinct from new.sealed_letter) execute function tenants.note_sealed();
  `);
  return ids.toSorted();
}

test('resealing that is killed within a page is finished by the next process: all can be read, and each is sealed again once', async () => {
  const ids = await keepEmails();
  const newest = createVault(testSecret);
  const isAnew = ({ sealed }: { sealed: string }): boolean => sealed.startsWith(`${newest.names[0]}.`);
  await admin.query('begin');
  await admin.query('select 1 from tenants.mail where id = $1 for update', [ids[PAGE + 100]]);
  alone.start();
  await vi.waitFor(
    async () => {
      const { rows } = await admin.query(
        'select 1 from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))',
      );
      expect(rows).toHaveLength(1);
    },
    { timeout: 40_000, interval: 20 },
  );
  await alone.kill();
  await admin.query('rollback');
  const before = await emails();
  expect(before.filter(isAnew)).toHaveLength(PAGE);
  expect(before.map(({ sealed }) => createVault(testSecret, [OLD_SECRET]).open(sealed))).toEqual(ids);

  alone.start();
  await vi.waitFor(async () => expect((await emails()).every(isAnew)).toBe(true), { timeout: 40_000, interval: 50 });
  expect((await emails()).map(({ sealed }) => newest.open(sealed))).toEqual(ids);
  const { rows } = await admin.query<{ id: string }>('select id from tenants.sealed_anew order by id');
  expect(rows.map(({ id }) => id)).toEqual(ids);
}, 90_000);

test('a notice whose process is killed before it is kept, and again before its e-mail is taken, comes once, and so does the e-mail', async () => {
  const { reinas } = house.ids;
  const raise = () => {
    const notice = { userId: viewer.id, kind: 'sync.failed', path: '/sync', values: { product: 'SMP' }, onceKey: 'x' };
    const call = { viewer: anonymous, correlationId: 'test' };
    const event = makeEvent(noticeRaised, notice, { feed: reinas, call });
    return alone.em().transactional((em) => writeOutbox(em, 'tenants', [event]));
  };
  const kept = () => alone.sql('select read_at, "values" from tenants.notice where user_id = ?', [viewer.id]);
  const notice = { read_at: null, values: { product: 'SMP' } };
  const lapsed = () => lapse(alone.redis, reinas, 'system', 'wrapper');

  alone.start();
  const beforeKept = await alone.hold('notice');
  await raise();
  await beforeKept.untilWaitedFor();
  await alone.kill();
  await beforeKept.release();
  expect(await kept()).toEqual([]);
  await lapsed();

  // Now it is kept, but the bus does not know that, and the e-mail is on its way.
  const isSending = house.mailbox.leaveWaiting(email);
  const whileKept = await alone.hold('notice');
  alone.start();
  await whileKept.untilWaitedFor();
  await alone.stopWriting();
  await whileKept.release();
  await isSending;
  await alone.kill();
  await alone.letWrite();
  expect(await kept()).toEqual([notice]);
  expect(house.mailbox.emailsTo(email)).toEqual([]);
  await lapsed();

  alone.start();
  expect((await house.mailbox.next(email)).subject).toContain('SMP');
  const pending = () => alone.redis.hget(totalsKey(reinas), 'system>wrapper|pending');
  const states = () => alone.sql('select state from tenants.mail where "to" = ?', [email]);
  await vi.waitFor(async () => expect([await pending(), await states()]).toEqual(['0', [{ state: 'SENT' }]]), 20_000);
  await alone.kill();
  const back = await testSubgraph(tenants, { beside: house.testing, isIdle: true });
  const LIST = '{ viewer { unreadNotices notices { totalCount } } }';
  expect(await back.as(viewer).run(LIST)).toMatchObject({ viewer: { unreadNotices: 1, notices: { totalCount: 1 } } });
  await back.close();
  expect(house.mailbox.emailsTo(email)).toHaveLength(1);
}, 120_000);
