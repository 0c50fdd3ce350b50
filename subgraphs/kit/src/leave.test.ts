import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import fastify from 'fastify';
import { expect, test } from 'vitest';
import { prepareDeparture } from './leave.ts';

async function open(answer: Promise<string>) {
  const app = fastify();
  const departure = prepareDeparture(app);
  const asked = new Promise<void>((resolve) => {
    app.get('/', () => {
      resolve();
      return answer;
    });
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const connected = async (): Promise<Socket> => {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    return socket;
  };
  return { departure, connected, asked };
}

test('a server that leaves answers what was asked, and does not wait for connections on which nothing was', async () => {
  let answer = (_text: string) => {};
  const { departure, connected, asked } = await open(new Promise((resolve) => (answer = resolve)));
  const [silent, busy] = [await connected(), await connected()];
  const dropped = once(silent, 'close');
  busy.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n');
  await asked;
  departure.announce();
  const finished = departure.finish();
  silent.resume();
  await dropped;
  answer('served');
  const [text] = await once(busy, 'data');
  expect(String(text)).toMatch(/^HTTP\/1\.1 200 .*connection: close.*served$/s);
  await finished;
});
