import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readSettings } from './settings-file.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'settings-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(text: string) {
  const file = join(folder, 'gateway.yml');
  await writeFile(file, text);
  return readSettings(file);
}

it('leaves what is not said as it is', async () => {
  const { subgraphs, traffic, rates, tls } = await read('');
  expect({ subgraphs, traffic, rates, tls }).toEqual({ subgraphs: {}, traffic: { headers: [] } });
});

it('takes one URL or several, and paths from its own folder', async () => {
  const { subgraphs, operations } = await read(`
    subgraphs: { menu: { url: "http://a.test" }, people: { url: ["http://b.test", "http://c.test"], subscriptions: "wss://d.test" } }
    operations: lists
  `);
  expect(subgraphs).toEqual({
    menu: { urls: ['http://a.test'] },
    people: { urls: ['http://b.test', 'http://c.test'], subscriptionUrls: ['wss://d.test'] },
  });
  expect(operations).toBe(join(folder, 'lists'));
});

it('takes the example of the README', async () => {
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
  const example = /```yaml\n(.+?)```/s.exec(readme)?.[1] ?? '';
  await mkdir(join(folder, 'rest'));
  await writeFile(join(folder, 'rest.yml'), '');
  await writeFile(join(folder, 'rest/menu.graphql'), '');
  const { traffic, tls, trustedProxies } = await read(example);
  expect({ traffic, tls, trustedProxies }).toMatchObject({
    traffic: { timeoutMs: 5000, headers: [{ forward: 'accept-language' }, { insert: 'x-from', subgraphs: ['menu'] }] },
    tls: { certificate: join(folder, 'gateway.crt') },
    trustedProxies: ['10.0.0.0/8'],
  });
});

it.each([
  ['traffic: { timeoutMs: soon }', 'traffic.timeoutMs: is whole milliseconds'],
  ['traffic: { timeout: 5 }', 'traffic: Unrecognized key: "timeout"'],
  ['subgraph: {}', 'Unrecognized key: "subgraph"'],
  ['subgraphs: { menu: { url: [http://ok.test, ftp://no.test] } }', 'subgraphs.menu.url.1: is a URL like http'],
  ['subgraphs: { menu: { subscriptions: http://no.test } }', 'subgraphs.menu.subscriptions.0: is a URL like ws'],
  ['headers: [{ forward: "two words" }]', 'headers.0: is a rule'],
  ['cacheSeconds: { Dish: 0 }', 'cacheSeconds.Dish: '],
  ['slowConsumers: { default: never }', 'slowConsumers.default: '],
  ['tls: { certificate: a.pem }', 'tls.key: '],
  ['rest: { manifest: none.yml, operations: [none.graphql] }', 'none.yml'],
  ['corsOrigins: [https://app.example.com/app]', 'corsOrigins.0: is an origin like https://app.example.com'],
  ['trustedProxies: [everyone]', 'trustedProxies.0: is an address or a network'],
  ['a: [', 'is not YAML'],
])('says where the mistake is in %s', async (text, message) => {
  await expect(read(text)).rejects.toThrow(message);
});
