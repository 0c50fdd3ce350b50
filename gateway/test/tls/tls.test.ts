import { once } from 'node:events';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { createClient } from 'graphql-ws';
import { Agent, fetch } from 'undici';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Bistro, openBistro } from '../bistro/bistro.ts';
import { writeCertificate } from '../bistro/certificate.ts';
import { until, watch } from '../bistro/watch.ts';

let bistro: Bistro | undefined;
let folder: string;
let files: { certificate: string; key: string };
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tls-'));
  files = { certificate: join(folder, 'gateway.crt'), key: join(folder, 'gateway.key') };
  await writeCertificate(files);
});
afterEach(async () => {
  await bistro?.close();
  bistro = undefined;
  await rm(folder, { recursive: true });
});

it('serves queries over https and subscriptions over wss', async () => {
  bistro = await openBistro({ tls: files });
  const { url, menu, tenants } = bistro;
  expect(url).toMatch(/^https:/);
  const ca = await readFile(files.certificate);
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ dish(id: "1") { name } }' }),
    dispatcher: new Agent({ connect: { ca } }),
  });
  expect(await answer.json()).toEqual({ data: { dish: { name: 'pastor' } } });

  const token = await tenants.login();
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: class extends WebSocket {
      constructor(address: string, protocol: string) {
        super(address, protocol, { ca });
      }
    },
    connectionParams: { authorization: `Bearer ${token}` },
  });
  const changes = watch(client, 'subscription { dishChanged(tenantId: "las-reinas") { dish { price } } }');
  await until(() => menu.watchers() === 1);
  menu.change('1', 31);
  await until(() => changes.results.length === 1);
  expect(changes.results).toEqual([{ data: { dishChanged: { dish: { price: 31 } } } }]);
  await client.dispose();
});

it('serves a new certificate when its files have become one, and the old one while they are none', async () => {
  bistro = await openBistro({ tls: files });
  const port = Number(new URL(bistro.url).port);
  const served = async () => {
    const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false });
    await once(socket, 'secureConnect');
    const { fingerprint256 } = socket.getPeerCertificate();
    socket.destroy();
    return fingerprint256;
  };
  const first = await served();
  await writeFile(files.certificate, 'no certificate');
  await until(() => JSON.stringify(bistro?.log).includes('a new certificate is not good'));
  expect(await served()).toBe(first);

  const next = { certificate: join(folder, 'next.crt'), key: join(folder, 'next.key') };
  await writeCertificate(next);
  await rename(next.certificate, files.certificate);
  await rename(next.key, files.key);
  await expect.poll(served).not.toBe(first);
});

it.each([
  ['is not there', () => rm(files.key), 'ENOENT'],
  [
    'belongs to another certificate',
    () => writeCertificate({ ...files, certificate: join(folder, 'x') }),
    'are no certificate with its key',
  ],
])('does not start with a key that %s', async (_what, spoil, message) => {
  await spoil();
  await expect(openBistro({ tls: files })).rejects.toThrow(message);
});
