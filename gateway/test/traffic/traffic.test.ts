import { afterEach, describe, expect, it } from 'vitest';
import type { Traffic } from '../../src/calls/traffic.ts';
import { type Bistro, openBistro, placements } from '../bistro/bistro.ts';
import { until } from '../bistro/watch.ts';
import { type FaultyServer, serveFaulty } from './server.ts';

let bistro: Bistro;
let servers: FaultyServer[] = [];
afterEach(async () => {
  await bistro?.close();
  await Promise.all(servers.map((server) => server.crash()));
  servers = [];
});

/** The menu on one or several servers that fail on demand. */
async function open(replicas: number, traffic: Partial<Traffic> = {}): Promise<FaultyServer[]> {
  bistro = await openBistro({
    traffic: { restMs: 100, ...traffic },
    locate: async (menu) => {
      for (let count = 0; count < replicas; count += 1) servers.push(await serveFaulty(menu));
      const [first] = servers;
      return { menu: replicas === 1 && first ? { url: first.url } : { urls: servers.map(({ url }) => url) } };
    },
  });
  return servers;
}

const metric = async (line: string) => {
  const text = await (await fetch(`${bistro.url}/metrics`)).text();
  return Number(
    text
      .split('\n')
      .find((each) => each.startsWith(`mycelium_gateway_${line} `))
      ?.split(' ')[1],
  );
};
const ready = async () => (await fetch(`${bistro.url}/health/ready`)).json();
const setPrice = async (amount: number) =>
  bistro.ask(`mutation { setPrice(id: "1", input: { amount: ${amount} }) { price } }`, {
    token: await bistro.tenants.login(),
  });

describe('a server that does not answer', () => {
  it.each([502, 503, 504, 'cut'] as const)('is asked again for a query, never for a mutation: %s', async (fault) => {
    const [server] = (await open(1, { retries: 3 })) as [FaultyServer];
    server.fault = fault;
    const answering = bistro.ask('{ dish(id: "1") { name } }');
    await until(() => server.asked.length === 2, 'a second attempt');
    server.fault = undefined;
    expect((await answering).data).toEqual({ dish: { name: 'pastor' } });
    expect(await metric('subgraph_retries_total{subgraph="menu"}')).toBe(server.asked.length - 1);

    server.asked.length = 0;
    server.fault = fault;
    const refused = await setPrice(31);
    expect(refused).toMatchObject({ status: 503, errors: [{ extensions: { code: 'UNAVAILABLE', service: 'menu' } }] });
    expect(server.asked).toHaveLength(1);
  });

  it('is given up after the retries that are set, and at once for what is not passing', async () => {
    const [server] = (await open(1, { retries: 1 })) as [FaultyServer];
    server.fault = 503;
    expect((await bistro.ask('{ dishes { name } }')).status).toBe(503);
    expect(server.asked).toHaveLength(2);
    server.fault = 500;
    expect((await bistro.ask('{ dishes { name } }')).errors).toMatchObject([{ extensions: { code: 'UNAVAILABLE' } }]);
    expect(server.asked).toHaveLength(3);
  });

  it('is waited for no longer than the timeout', async () => {
    const [server] = (await open(1, { timeoutMs: 50 })) as [FaultyServer];
    server.fault = 'silence';
    const { errors } = await bistro.ask('{ dishes { name } person(id: "ana") { name } }');
    expect(errors).toMatchObject([{ extensions: { code: 'UNAVAILABLE', service: 'menu' } }]);
    expect(JSON.stringify(bistro.log)).toContain('it took too long to answer');
    expect(server.asked).toHaveLength(1);
  });
});

describe('the breaker', () => {
  it.each([500, 'silence', 'cut'] as const)(
    'leaves a server alone that fails by %s, says so, and comes back by itself',
    async (fault) => {
      const [server] = (await open(1, { timeoutMs: fault === 'silence' ? 100 : 10_000, retries: 0, restMs: 500 })) as [
        FaultyServer,
      ];
      server.fault = fault;
      for (let count = 0; count < 10; count += 1) await bistro.ask('{ dishes { name } }');
      expect(server.asked).toHaveLength(10);
      const { errors } = await bistro.ask('{ dishes { name } }');
      expect(errors).toMatchObject([{ extensions: { code: 'UNAVAILABLE', service: 'menu' } }]);
      expect(JSON.stringify(bistro.log)).toContain('left alone for a moment');
      expect(server.asked).toHaveLength(10);
      const host = new URL(server.url).host;
      expect(await metric(`breaker_open{subgraph="menu",replica="${host}"}`)).toBe(1);
      server.fault = undefined;
      // No client asks meanwhile.
      await expect.poll(async () => (await ready()).subgraphs.menu).toMatchObject({ breakers: { [host]: 'closed' } });
      expect((await bistro.ask('{ dish(id: "2") { name } }')).data).toEqual({ dish: { name: 'suadero' } });
      expect(await metric(`breaker_open{subgraph="menu",replica="${host}"}`)).toBe(0);
    },
  );

  it('is not moved by errors that are answers', async () => {
    const [server] = (await open(1)) as [FaultyServer];
    for (let count = 0; count < 12; count += 1) await bistro.ask('{ crash }');
    expect(server.asked).toHaveLength(12);
    expect((await ready()).subgraphs.menu.breakers).toEqual({ [new URL(server.url).host]: 'closed' });
  });
});

it('a server that has no health of its own is well while it answers GraphQL', async () => {
  const [server] = (await open(1)) as [FaultyServer];
  server.hasHealth = false;
  expect(await ready()).toMatchObject({ status: 'ready', subgraphs: { menu: { needs: { reachable: 'ok' } } } });
  server.fault = 500;
  expect(await ready()).toMatchObject({ status: 'ready', missing: [expect.stringContaining('menu: reachable: ')] });
});

describe('several servers of a subgraph', () => {
  it('share the work, and no read fails when one of them is killed', async () => {
    const [one, other] = (await open(2)) as [FaultyServer, FaultyServer];
    const read = async () => (await bistro.ask('{ dishes { name } }')).errors;
    for (let count = 0; count < 30; count += 1) expect(await read()).toBeUndefined();
    expect(one.asked.length).toBeGreaterThan(0);
    expect(other.asked.length).toBeGreaterThan(0);

    const reading = Array.from({ length: 40 }, async (_each, index) => {
      if (index === 10) await one.crash();
      return bistro.ask(`{ a${index}: dishes { name } }`);
    });
    const answers = await Promise.all(reading);
    for (let count = 0; count < 30; count += 1) answers.push(await bistro.ask('{ dishes { price } }'));
    expect(answers.flatMap(({ errors = [] }) => errors)).toEqual([]);
    servers = [other];
    expect(await ready()).toMatchObject({ status: 'ready' });
  });

  it('the one that has failed is left out for as long as it rests', async () => {
    const [ill, well] = (await open(2, { restMs: 60_000 })) as [FaultyServer, FaultyServer];
    ill.fault = 500;
    while (ill.asked.length < 1) await bistro.ask('{ dishes { name } }');
    const before = well.asked.length;
    for (let count = 0; count < 20; count += 1) {
      expect((await bistro.ask('{ dishes { name } }')).errors).toBeUndefined();
    }
    expect([ill.asked.length, well.asked.length]).toEqual([1, before + 20]);
  });

  it('the one that has more to do is left out', async () => {
    const [one, other] = (await open(2, { dedup: false })) as [FaultyServer, FaultyServer];
    one.fault = 'silence';
    const hanging: Promise<unknown>[] = [];
    while (one.asked.length === 0) {
      hanging.push(bistro.ask('{ slow }'));
      await until(() => one.asked.length + other.asked.length === hanging.length);
    }
    const busy = other.asked.length;
    bistro.menu.release();
    await Promise.all(hanging.slice(0, busy));
    for (let count = 0; count < 20; count += 1) await bistro.ask('{ dishes { name } }');
    expect(one.asked).toHaveLength(1);
    await one.crash();
    await Promise.all(hanging);
    servers = [other];
  });
});

describe.each(placements)('identical queries under way, subgraphs %s', (placement) => {
  const slowly = async (count: number, options: (index: number) => { token?: string; query?: string }) => {
    const tokens = await bistro.tenants.login();
    const asking = Array.from({ length: count }, (_each, index) => {
      const { query = '{ slow }', token = tokens } = options(index);
      return bistro.ask(query, { token });
    });
    return { asking };
  };
  const calls = () => bistro.menu.calls.filter(({ query }) => query.includes('slow')).length;

  it('share one execution and one call', async () => {
    bistro = await openBistro({ placement });
    const { asking } = await slowly(5, () => ({}));
    await expect.poll(() => metric('shared_answers_total{what="operation"}')).toBe(4);
    expect(calls()).toBe(1);
    // Another document with the same call.
    const { asking: others } = await slowly(2, () => ({ query: 'query Other { slow }' }));
    await expect.poll(() => metric('shared_answers_total{what="operation"}')).toBe(5);
    bistro.menu.release();
    for (const answer of await Promise.all([...asking, ...others])) expect(answer.data).toEqual({ slow: 'done' });
  });

  it('share nothing with another viewer, and nothing when it is switched off', async () => {
    bistro = await openBistro({ placement });
    const other = await bistro.tenants.login({ userId: 'u2' });
    const first = await slowly(2, (index) => (index === 0 ? {} : { token: other }));
    await until(() => calls() === 2);
    bistro.menu.release();
    await Promise.all(first.asking);
    await bistro.close();

    bistro = await openBistro({ placement, traffic: { dedup: false } });
    const second = await slowly(3, () => ({}));
    await until(() => calls() === 3);
    bistro.menu.release();
    await Promise.all(second.asking);
  });
});

it('calls of different documents to a subgraph share one call, each with an answer of its own', async () => {
  bistro = await openBistro();
  const first = bistro.ask('{ mine: slow __typename }');
  await until(() => bistro.menu.calls.length === 1);
  const second = bistro.ask('{ mine: slow }');
  await expect.poll(() => metric('shared_answers_total{what="menu"}')).toBe(1);
  bistro.menu.release();
  expect([(await first).data, (await second).data]).toEqual([{ mine: 'done', __typename: 'Query' }, { mine: 'done' }]);
  expect(bistro.menu.calls).toHaveLength(1);
});
