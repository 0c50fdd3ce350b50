import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { checkPostgres } from './reachable.ts';

/** Takes connections and never says a word. */
let silent: Server;
beforeAll(async () => {
  silent = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => silent.once('listening', resolve));
});
afterAll(() => silent.close());

function block(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

test('a PostgreSQL that is well is found so by a process that is busy for longer than it waits', async () => {
  const found = checkPostgres(inject('postgresUrl'));
  await new Promise((resolve) => setImmediate(resolve));
  block(6_000);
  await found;
}, 20_000);

test('one that never says a word is not', async () => {
  const { port } = silent.address() as AddressInfo;
  await expect(checkPostgres(`postgres://a:b@127.0.0.1:${port}/c`)).rejects.toThrow(/cannot be used \(time/);
}, 20_000);
