import { afterEach, expect, it } from 'vitest';
import { type Bistro, openBistro } from '../bistro/bistro.ts';
import { type FaultyServer, serveFaulty } from './server.ts';

let bistro: Bistro;
let servers: FaultyServer[] = [];
afterEach(async () => {
  await bistro?.close();
  await Promise.all(servers.map((server) => server.crash()));
  servers = [];
});

async function open(): Promise<[FaultyServer, FaultyServer]> {
  bistro = await openBistro({
    locate: async (menu) => {
      servers = [await serveFaulty(menu), await serveFaulty(menu)];
      return { menu: { urls: servers.map(({ url }) => url) } };
    },
  });
  return servers as [FaultyServer, FaultyServer];
}

const askTimes = async (count: number) => {
  const answers: unknown[] = [];
  for (let asked = 0; asked < count; asked += 1)
    answers.push((await bistro.ask(`{ dish(id: "${1 + (asked % 2)}") { name price${asked}: price } }`)).status);
  return answers;
};

it('a mutation goes to the next server when the connection to one is refused, and is done once', async () => {
  const [gone, good] = await open();
  await gone.crash();
  const token = await bistro.tenants.login();
  for (let amount = 1; amount <= 12; amount += 1) {
    const { data } = await bistro.ask(`mutation { setPrice(id: "1", input: { amount: ${amount} }) { price } }`, {
      token,
    });
    expect(data).toEqual({ setPrice: { price: amount } });
  }
  expect(good.asked).toHaveLength(12);
});

it.each([500, 503, 'cut'] as const)('a server that fails by %s is not the least busy one', async (fault) => {
  const [bad, good] = await open();
  bad.fault = fault;
  await askTimes(30);
  expect(bad.asked.length).toBeLessThan(5);
  expect(good.asked.length).toBeGreaterThan(25);
});

it('a server that says it is going away is asked no more while there is another', async () => {
  const [leaving, other] = await open();
  leaving.answerHeaders = { connection: 'close' };
  expect(new Set(await askTimes(30))).toEqual(new Set([200]));
  expect(leaving.asked.length).toBeLessThan(2);
  other.answerHeaders = { connection: 'close' };
  expect(new Set(await askTimes(4))).toEqual(new Set([200]));
});

it('a gateway is ready while one subgraph is well, and says which is not', async () => {
  const faulty = await open();
  const ready = async () => {
    const answer = await fetch(`${bistro.url}/health/ready`);
    return { code: answer.status, ...((await answer.json()) as Record<string, unknown>) };
  };
  expect(await ready()).toMatchObject({ code: 200, status: 'ready', missing: [] });
  for (const server of faulty) server.fault = 500;
  expect(await ready()).toMatchObject({
    code: 200,
    status: 'ready',
    missing: [expect.stringContaining('menu: reachable: ')],
    subgraphs: { menu: { status: 'unavailable' }, tenants: { status: 'ok' } },
  });
  bistro.tenants.down = 'connection refused';
  expect(await ready()).toMatchObject({ code: 503, status: 'not ready' });
});
