import { setTimeout as sleep } from 'node:timers/promises';
import { startRedis } from '@mycelium/database/embedded/redis';
import fc from 'fast-check';
import { Redis } from 'ioredis';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acknowledgeDeliveries, failDeliveries } from './answer.ts';
import { pauseChannel, recountChannel } from './channel.ts';
import { applicationKey, indexKey, settingsKey, totalsKey } from './keys.ts';
import { leaseDeliveries } from './lease.ts';
import { type Known, LONG_MS, Model, policy, SHORT_MS, sources, TARGET, types } from './model.ts';
import { publishToBus } from './publish.ts';
import { redeliverEvent } from './redeliver.ts';
import { sweepChannel } from './sweep.ts';

const anyOf = fc.nat(1_000);
const step = fc.oneof(
  fc.record({
    do: fc.constant('publish' as const),
    source: fc.constantFrom(...sources),
    type: fc.constantFrom(...types),
    key: fc.constantFrom('', '', 'a', 'b'),
    count: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({
    do: fc.constant('lease' as const),
    most: fc.integer({ min: 1, max: 12 }),
    isShort: fc.boolean(),
    type: fc.constantFrom(undefined, undefined, ...types),
  }),
  fc.record({ do: fc.constant('acknowledge' as const), which: anyOf }),
  fc.record({
    do: fc.constant('fail' as const),
    which: anyOf,
    mayRetry: fc.boolean(),
    isShort: fc.boolean(),
    isLate: fc.boolean(),
  }),
  fc.record({ do: fc.constant('pause' as const), source: fc.constantFrom(...sources), isPaused: fc.boolean() }),
  fc.record({ do: fc.constant('redeliver' as const), which: anyOf, isReplay: fc.boolean() }),
  fc.record({ do: fc.constant('sweep' as const), source: fc.constantFrom(...sources), isLate: fc.boolean() }),
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;
type StepOf<Do extends Step['do']> = Extract<Step, { do: Do }>;

let server: Awaited<ReturnType<typeof startRedis>>;
let redis: Redis;

beforeAll(async () => {
  server = await startRedis();
  redis = new Redis(server.url);
});
afterAll(async () => {
  redis.disconnect();
  await server.stop();
});

const steps: { [Do in Step['do']]: (model: Model, step: StepOf<Do>) => Promise<void> } = {
  async publish(model, { source, type, key, count }) {
    const events = Array.from({ length: count }, (): Known => {
      const nothingYet = { isOver: false, attempts: 0, failures: 0, call: 0 };
      return { id: uuidv7(), source, type, key, place: model.place(), state: 'WAITS', ...nothingYet };
    });
    await publishToBus(
      redis,
      events.map((each) => ({ event: model.eventOf(each), targets: [TARGET] })),
    );
    model.all.push(...events);
    model.counts.published += count;
  },

  async lease(model, { most, isShort, type }) {
    const spent = model.open.filter((known) => model.isSpent(known) && !model.paused.has(known.source));
    const due = model.open.filter((known) => model.mayGo(known, type, []));
    const allowed = model.open.filter((known) => model.mayGo(known, type, spent));
    const leaseMs = isShort ? SHORT_MS : LONG_MS;
    const request = { tenant: model.tenant, application: TARGET, consumer: 'model', leaseMs, most, policy };
    const leased = await leaseDeliveries(redis, { ...request, types: type ? [type] : undefined });
    const ids = leased.map(({ event }) => event.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeLessThanOrEqual(most);
    const call = model.place();
    model.lapse(model.open.filter(({ id, state }) => state === 'LEASED' && ids.includes(id)));
    for (const { event, attempt } of leased) {
      const known = allowed.find(({ id }) => id === event.id);
      expect(known, `${event.id} was not to be handed out`).toMatchObject({ attempts: attempt - 1 });
      if (known) Object.assign(known, { state: 'LEASED', isOver: isShort, attempts: attempt, call });
    }
    if (due.length + spent.length <= most) expect(ids).toEqual(expect.arrayContaining(due.map(({ id }) => id)));
    await noteSpent(model, spent);
  },

  async acknowledge(model, { which }) {
    const known = model.all[which % model.all.length];
    if (!known) return;
    const [outcome] = await acknowledgeDeliveries(redis, model.tenant, TARGET, [{ id: known.id }]);
    const isOpen = model.open.includes(known);
    expect(outcome).toBe(isOpen ? 'ACKNOWLEDGED' : known.state === 'ACKNOWLEDGED' ? 'AGAIN' : known.state);
    if (!isOpen) return;
    model.end(known, 'ACKNOWLEDGED');
    model.failuresInARow = 0;
  },

  async fail(model, { which, mayRetry, isShort, isLate }) {
    const known = model.all[which % model.all.length];
    if (!known) return;
    const patience = { ...policy, backOffMs: isShort ? SHORT_MS : LONG_MS };
    const attempt = isLate ? known.attempts - 1 : undefined;
    const failures = [{ id: known.id, attempt, reason: 'model', mayRetry }];
    const [outcome] = await failDeliveries(redis, model.tenant, TARGET, failures, patience);
    if (!model.open.includes(known)) {
      expect(outcome).toBe(known.state);
      return;
    }
    // Somebody had it before, and it is no matter of whoever has it now.
    if (isLate) {
      expect(outcome).toBe('RETRYING');
      return;
    }
    const isLast = !mayRetry || (known.state === 'LEASED' && known.attempts >= policy.attempts);
    expect(outcome).toBe(isLast ? 'FAILED' : 'RETRYING');
    if (isLast || known.state === 'LEASED') model.failuresInARow += 1;
    if (isLast) model.end(known, 'FAILED');
    // Nobody has it: it waits as it did.
    else if (known.state === 'LEASED')
      Object.assign(known, { state: 'RETRIES', isOver: isShort && known.failures < 2, failures: known.failures + 1 });
  },

  async pause(model, { source, isPaused }) {
    const isNew = await pauseChannel(redis, { tenant: model.tenant, source, target: TARGET }, isPaused);
    expect(isNew).toBe(model.paused.has(source) !== isPaused);
    if (isPaused) model.paused.add(source);
    else model.paused.delete(source);
  },

  async redeliver(model, { which, isReplay }) {
    const known = model.all[which % model.all.length];
    if (!known) return;
    const isOpen = model.open.includes(known);
    const wasStored = !isOpen && known.state !== 'ACKNOWLEDGED';
    const answer = await redeliverEvent(redis, model.eventOf(known), TARGET, { isReplay, wasStored });
    expect(answer).toBe(isOpen ? 'UNDER_WAY' : 'DELIVERED');
    if (isOpen) return;
    Object.assign(known, { state: 'WAITS', isOver: false, attempts: 0, failures: 0, place: model.place() });
    model.counts[isReplay ? 'replayed' : 'retried'] += 1;
    if (wasStored) model.counts.stored -= 1;
  },

  async sweep(model, { source, isLate }) {
    const inChannel = model.open.filter((known) => known.source === source && !model.paused.has(source));
    const spent = isLate ? [] : inChannel.filter((known) => model.isSpent(known));
    const channel = { tenant: model.tenant, source, target: TARGET };
    const settings = { acknowledgeWithinMs: isLate ? 0 : LONG_MS, policy: JSON.stringify(policy) };
    await redis.hset(settingsKey(model.tenant), settings);
    const ended = await sweepChannel(redis, channel, 1_000);
    if (isLate) {
      expect(ended).toBe(inChannel.length);
      for (const known of inChannel) model.end(known, 'TIMEOUT');
    } else expect(await noteSpent(model, spent)).toBe(ended);
  },
};

/** Those whose last lease is over end when somebody comes across them. */
async function noteSpent(model: Model, spent: readonly Known[]): Promise<number> {
  if (spent.length === 0) return 0;
  const found = await redis.hmget(indexKey(model.tenant, TARGET), ...spent.map(({ id }) => id));
  const ended = spent.filter((_, index) => found[index] === null);
  model.lapse(ended);
  for (const known of ended) model.end(known, 'FAILED');
  return ended.length;
}

async function checkCounters(model: Model): Promise<void> {
  const totals = await redis.hgetall(totalsKey(model.tenant));
  const said = (what: string): number =>
    sources.reduce((sum, source) => sum + Number(totals[`${source}>${TARGET}|${what}`] ?? 0), 0);
  const { counts } = model;
  expect(Object.fromEntries(Object.keys(counts).map((what) => [what, said(what)]))).toEqual(counts);
  expect([said('pending'), said('retrying')]).toEqual([
    model.open.length,
    model.open.filter(({ failures }) => failures > 0).length,
  ]);
  expect(Number(await redis.hget(applicationKey(model.tenant, TARGET), 'failures'))).toBe(model.failuresInARow);
  for (const source of sources) {
    const { pending, retrying } = await recountChannel(redis, { tenant: model.tenant, source, target: TARGET });
    expect([pending.is, retrying.is]).toEqual([pending.said, retrying.said]);
  }
}

/** Whatever happened before, all that is left can be handed out and acknowledged. */
async function drain(model: Model): Promise<void> {
  for (const source of sources) await steps.pause(model, { do: 'pause', source, isPaused: false });
  for (const known of model.open.filter(({ state, isOver }) => state !== 'WAITS' && !isOver))
    await steps.acknowledge(model, { do: 'acknowledge', which: model.all.indexOf(known) });
  for (let before = -1; before !== model.open.length && model.open.length > 0; ) {
    before = model.open.length;
    await steps.lease(model, { do: 'lease', most: 500, isShort: false, type: undefined });
    for (const known of model.open.filter(({ state, isOver }) => state === 'LEASED' && !isOver))
      await steps.acknowledge(model, { do: 'acknowledge', which: model.all.indexOf(known) });
  }
  expect(model.open).toEqual([]);
  await checkCounters(model);
}

async function take<Do extends Step['do']>(model: Model, each: StepOf<Do> & { do: Do }): Promise<void> {
  await steps[each.do](model, each);
  if ('isShort' in each || each.do === 'publish') await sleep(2 * SHORT_MS);
  await checkCounters(model);
}

test('whatever publishers, consumers and operators do, the bus does what the model says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 80 }), async (history) => {
      const model = new Model();
      for (const each of history) await take(model, each);
      await drain(model);
    }),
    { numRuns: 150 },
  );
}, 60_000);
