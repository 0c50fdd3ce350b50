import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { recountChannel } from '@mycelium/bus/channel';
import { eventOf, isRefused, LEASE_MS, type Note, TARGET } from '@mycelium/bus/chaos/story';
import { openTroupe, programs } from '@mycelium/bus/chaos/troupe';
import { answerKey, indexKey, KEEP_KEY, leasesKey, queueKey, totalsKey } from '@mycelium/bus/keys';
import { endProcess } from '@mycelium/database/embedded/process';
import { type EmbeddedRedis, startRedis } from '@mycelium/database/embedded/redis';
import { openOrm } from '@mycelium/database/orm';
import { roleUrl } from '@mycelium/database/role';
import { systemSession } from '@mycelium/database/tenant';
import { type TestDatabase, testDatabase, testSecret } from '@mycelium/database/testing';
import { parseEnv } from '@mycelium/kit/env';
import { OutboxRow, writeOutbox } from '@mycelium/kit/outbox';
import fc from 'fast-check';
import { Redis } from 'ioredis';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';

const PUBLISHED = 8_000;
const TOLD = 4_000;
const ALL = PUBLISHED + TOLD;
const CONSUMERS = ['ana', 'ben', 'cem', 'dua'];

const tenant = uuidv7();
const folder = mkdtempSync(join(tmpdir(), 'mycelium-chaos-'));
const notesFolder = join(folder, 'notes');
const progress = join(folder, 'published');
const troupe = openTroupe();
let database: TestDatabase;
let server: EmbeddedRedis;
let redis: Redis;

beforeAll(async () => {
  mkdirSync(notesFolder);
  writeFileSync(progress, '0\n');
  [database, server] = await Promise.all([testDatabase(), startRedis({ dataDir: join(folder, 'redis') })]);
  redis = new Redis(server.url, { maxRetriesPerRequest: null });
  redis.on('error', () => undefined);
});
afterAll(async () => {
  await troupe.end();
  redis.disconnect();
  await server.stop();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function strikeRedis(): Promise<void> {
  await endProcess(server.pid, [['SIGKILL', 5_000]]);
  await server.stop();
  const again = { dataDir: join(folder, 'redis'), port: Number(new URL(server.url).port) };
  // While nobody listens, a connection of somebody else may have been given the port for a moment.
  server = await vi.waitFor(() => startRedis(again), { timeout: 20_000, interval: 100 });
}

/** Events that come through the outbox, and so through the relay. */
async function tellTheRest(): Promise<void> {
  const url = roleUrl(database.url, 'events', testSecret);
  const orm = await openOrm({ url, subgraph: 'events', entities: [OutboxRow] });
  for (let n = PUBLISHED; n < ALL; n += 20) {
    const batch = Array.from({ length: 20 }, (_, index) => eventOf(tenant, n + index, 'system', 'security.alert'));
    await orm.em.fork().transactional((em) => writeOutbox(em, 'events', batch));
    await sleep(60);
  }
  await orm.close();
}

const publishedSoFar = (): number => Number(readFileSync(progress, 'utf8').trim().split('\n').at(-1));

async function countOf(what: string): Promise<number> {
  const totals = await redis.hgetall(totalsKey(tenant));
  return ['crm', 'system'].reduce((sum, source) => sum + Number(totals[`${source}>${TARGET}|${what}`] ?? 0), 0);
}

/** The seed of the kills; another one each time unless told. */
const chaosSeed = (): number =>
  parseEnv({ CHAOS_SEED: z.coerce.number().int().optional() }).CHAOS_SEED ?? Math.floor(Math.random() * 2 ** 31);

test('nothing is lost, doubled or miscounted, whoever is killed and when', async () => {
  const seed = chaosSeed();
  process.stdout.write(`CHAOS_SEED=${seed}\n`);
  const struck = new Set<string>();
  const victims = [...CONSUMERS, 'publisher', 'subgraph', 'redis'];
  // Everybody once, and then whoever it happens to be.
  const kill = fc.record({ victim: fc.constantFrom(...victims), afterMs: fc.integer({ min: 100, max: 800 }) });
  const [each = []] = fc.sample(fc.shuffledSubarray(victims, { minLength: victims.length }), { seed, numRuns: 1 });
  const more = fc.sample(kill, { seed, numRuns: 60 });
  const kills = [...each.map((victim) => ({ victim, afterMs: 450 })), ...more];

  for (const name of CONSUMERS)
    troupe.start(name, programs.consumer, [server.url, tenant, name, join(notesFolder, name)]);
  troupe.start('publisher', programs.publisher, [server.url, tenant, String(PUBLISHED), progress]);
  troupe.start('subgraph', new URL('./main.ts', import.meta.url), [], {
    DATABASE_URL: database.url,
    REDIS_URL: server.url,
    MYCELIUM_SECRET: testSecret,
    LOG_LEVEL: 'silent',
    PORT: '0',
  });
  let isTelling = true;
  const telling = tellTheRest().finally(() => {
    isTelling = false;
  });
  for (const { victim, afterMs } of kills) {
    if (!isTelling && publishedSoFar() === PUBLISHED) break;
    await sleep(afterMs);
    struck.add(victim);
    if (victim === 'redis') await strikeRedis();
    else troupe.strike(victim);
  }
  await telling;
  await vi.waitFor(() => expect(publishedSoFar()).toBe(PUBLISHED), { timeout: 30_000, interval: 100 });
  await vi.waitFor(
    async () =>
      expect([await countOf('published'), await countOf('pending'), await redis.xlen(KEEP_KEY)]).toEqual([ALL, 0, 0]),
    { timeout: 30_000, interval: 200 },
  );
  await troupe.end();
  expect([...struck].sort()).toEqual(victims.toSorted());
  const notes = readNotes();
  const numbers = idsByNumber(notes);
  expect(numbers.size).toBe(ALL);
  const refused = Array.from({ length: ALL }, (_, n) => n).filter(isRefused);
  await checkAnswers(numbers);
  checkAcknowledgments(notes);
  checkLeases(notes);
  await checkCounters(refused.length);
  await checkRows(refused.map((n) => numbers.get(n)));
}, 150_000);

/** What the consumers wrote down, without the lines within which they were killed. */
function readNotes(): Note[] {
  return readdirSync(notesFolder)
    .flatMap((name) => readFileSync(join(notesFolder, name), 'utf8').split('\n'))
    .filter((line) => line.endsWith('}'))
    .map((line) => JSON.parse(line) as Note);
}

/** The id of each event; none has two. */
function idsByNumber(notes: readonly Note[]): Map<number, string> {
  const ids = new Map<number, string>();
  for (const note of notes) {
    if (note.what !== 'leased') continue;
    expect(ids.get(note.n) ?? note.id, `event ${note.n}`).toBe(note.id);
    ids.set(note.n, note.id);
  }
  return ids;
}

async function checkAnswers(numbers: ReadonlyMap<number, string>): Promise<void> {
  const entries = [...numbers];
  const answers = await redis.mget(entries.map(([, id]) => answerKey(tenant, TARGET, id)));
  const wrong = entries.filter(([n], index) => {
    const { status, data } = JSON.parse(answers[index] ?? '{}');
    return isRefused(n) ? status !== 'FAILED' : status !== 'ACKNOWLEDGED' || data?.n !== n;
  });
  expect(wrong).toEqual([]);
}

function checkAcknowledgments(notes: readonly Note[]): void {
  const first = notes.flatMap((note) =>
    note.what === 'acknowledged' && note.outcome === 'ACKNOWLEDGED' ? [note.id] : [],
  );
  expect(new Set(first).size).toBe(first.length);
}

/** A delivery is leased once more only after its lease ran out, or its holder said that it failed. */
function checkLeases(notes: readonly Note[]): void {
  const failing = new Set(notes.flatMap((note) => (note.what === 'failing' ? [`${note.id} ${note.attempt}`] : [])));
  const leases = Map.groupBy(
    notes.filter((note) => note.what === 'leased'),
    ({ id }) => id,
  );
  const early = [...leases.values()].flatMap((all) => {
    const inTurn = all.toSorted((one, other) => one.attempt - other.attempt);
    return inTurn.filter((lease, index) => {
      const before = inTurn[index - 1];
      if (!before || failing.has(`${before.id} ${before.attempt}`)) return false;
      return lease.attempt === before.attempt || lease.until - LEASE_MS < before.until;
    });
  });
  expect(early).toEqual([]);
}

async function checkCounters(refused: number): Promise<void> {
  const whats = ['published', 'acknowledged', 'failed', 'stored', 'pending', 'retrying', 'timeout'];
  const said = Object.fromEntries(await Promise.all(whats.map(async (what) => [what, await countOf(what)])));
  expect(said).toEqual({
    published: ALL,
    acknowledged: ALL - refused,
    failed: refused,
    stored: refused,
    pending: 0,
    retrying: 0,
    timeout: 0,
  });
  for (const source of ['crm', 'system']) {
    const none = { said: 0, is: 0 };
    expect(await recountChannel(redis, { tenant, source, target: TARGET })).toMatchObject({
      pending: none,
      retrying: none,
    });
    expect(await redis.xlen(queueKey(tenant, source, TARGET))).toBe(0);
  }
  expect(await redis.exists(indexKey(tenant, TARGET), leasesKey(tenant, TARGET))).toBe(0);
}

async function checkRows(refused: readonly (string | undefined)[]): Promise<void> {
  const orm = await openOrm({
    url: roleUrl(database.url, 'events', testSecret),
    subgraph: 'events',
    entities: [OutboxRow],
  });
  const rows = await orm.em
    .fork({ session: systemSession })
    .execute<{ event_id: string; status: string }[]>(
      'select event_id, status from events.event_tracking where tenant_id = ?',
      [tenant],
    );
  await orm.close();
  expect(rows.map((row) => row.event_id).sort()).toEqual(refused.toSorted());
  expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['FAILED']));
}
