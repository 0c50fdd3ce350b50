import { createServer, type Socket } from 'node:net';
import { enqueue } from '@mycelium/kit/tasks/enqueue';
import { type TestSubgraph, testSubgraph } from '@mycelium/kit/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { tenants } from '../subgraph.ts';
import { Mail } from './mail.ts';
import { planEmails, queueMail } from './send-mail.ts';

let testing: TestSubgraph;
const taken: string[] = [];

/** A mail server that refuses one address with a NUL, and takes all else. */
const server = createServer((socket: Socket) => {
  socket.on('error', () => undefined);
  socket.write('220 ready\r\n');
  let isText = false;
  socket.on('data', (chunk) => {
    for (const line of chunk.toString().split('\r\n')) {
      if (isText && line !== '.') continue;
      const [word = ''] = line.split(/[ :]/);
      isText = word === 'DATA';
      if (word === 'RCPT') taken.push(line);
      const isBad = line.includes('bad@');
      const answers: Record<string, string> = {
        EHLO: '250 hello',
        DATA: '354 go on',
        RCPT: isBad ? '451 later\0 or never' : '250 ok',
        QUIT: '221 bye',
      };
      if (line !== '') socket.write(`${answers[word] ?? '250 ok'}\r\n`);
    }
  });
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  testing = await testSubgraph(tenants, { mail: { url: `smtp://127.0.0.1:${port}`, from: 'a@mycelium.test' } });
});
afterAll(async () => {
  await testing.close();
  server.close();
});

test('an e-mail that cannot be sent or read holds up no other, and none that has left leaves again', async () => {
  const message = { subject: 'Hello', text: 'Hello', html: '<p>Hello</p>' };
  await testing.subgraph.work(async (ctx) => {
    queueMail(ctx, 'bad@there.test', message);
    queueMail(ctx, 'broken@there.test', message).sealedLetter = 'nothing that was sealed';
    for (let n = 0; n < 6; n += 1) queueMail(ctx, `good${n}@there.test`, message);
  });
  await vi.waitFor(async () => {
    const rows = await testing.subgraph.work(({ em }) => em.find(Mail, {}));
    expect(rows.filter(({ state }) => state === 'SENT')).toHaveLength(6);
    expect(rows.find(({ to }) => to.startsWith('bad'))).toMatchObject({
      attempts: 1,
      error: expect.stringContaining('\ufffd'),
    });
    expect(rows.find(({ to }) => to.startsWith('broken'))).toMatchObject({ attempts: 1 });
  });
  expect(taken.filter((line) => line.includes('good'))).toHaveLength(6);
});

test('an e-mail of a version that knew no tasks leaves as well, once', async () => {
  const message = JSON.stringify({ subject: 'Hello', text: 'Hello', html: '<p>Hello</p>' });
  await testing.subgraph.work(
    async ({ em, vault }) => void em.create(Mail, { to: 'old@there.test', sealedLetter: vault.seal(message) }),
  );
  const plan = () => testing.subgraph.work(async (ctx) => enqueue(ctx, planEmails, {}));
  await Promise.all([plan(), plan()]);
  const old = () => testing.subgraph.work(({ em }) => em.findOneOrFail(Mail, { to: 'old@there.test' }));
  await vi.waitFor(async () => expect(await old()).toMatchObject({ state: 'SENT', attempts: 1 }));
  await plan();
  expect(taken.filter((line) => line.includes('old@'))).toHaveLength(1);
});
