import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client, fetchExchange, subscriptionExchange } from '@urql/core';
import { afterEach, expect, test, vi } from 'vitest';
import { awaitPairing } from './await-pairing.ts';

const PAIRING = { id: 'p', code: 'K7M-2QX', secret: 's' };

type Answer = (body: object) => void;

/** A server that gives a code, and leaves it to the test when each claim is answered; a push comes over a channel of its own. */
async function openDoor(lifeMs: number) {
  const claims: Answer[] = [];
  const pushes = new Set<() => void>();
  const server = createServer(async (request, response) => {
    const { operationName } = await bodyOf(request);
    const answer: Answer = (body) => send(response, body);
    if (operationName === 'ClaimPairing') claims.push(answer);
    else
      answer({
        data: { requestPairing: { ...PAIRING, expiresAt: new Date(Date.now() + lifeMs).toISOString() } },
      });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = new Client({
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    preferGetMethod: false,
    exchanges: [
      subscriptionExchange({
        forwardSubscription: () => ({
          subscribe(sink) {
            const push = () => sink.next({ data: { pairingChanged: { paired: true } } });
            pushes.add(push);
            return { unsubscribe: () => void pushes.delete(push) };
          },
        }),
      }),
      fetchExchange,
    ],
  });
  return {
    client,
    claims,
    push: () => {
      for (const push of pushes) push();
    },
    watched: () => pushes.size,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<{ operationName?: string }> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString());
}

function send(response: ServerResponse, body: object): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

const collected = (token: string) => ({ data: { claimPairing: { token } } });
const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

async function waitForCode(lifeMs = 600_000) {
  const door = await openDoor(lifeMs);
  const [onCode, onToken] = [vi.fn(), vi.fn()];
  ends.push(awaitPairing({ client: door.client, onCode, onToken }), door.close);
  await vi.waitFor(() => expect(door.watched()).toBe(1));
  expect(onCode).toHaveBeenCalledWith(PAIRING.code);
  return { door, onToken };
}

test('of two claims under way the first answer is kept, and the other one changes nothing', async () => {
  const { door, onToken } = await waitForCode();
  door.push();
  door.push();
  await vi.waitFor(() => expect(door.claims).toHaveLength(2));
  door.claims[1]?.(collected('gg_screen_x'));
  await vi.waitFor(() => expect(onToken).toHaveBeenCalledTimes(1));
  door.claims[0]?.(collected('gg_screen_x'));
  await vi.waitFor(() => expect(door.watched()).toBe(0));
  expect(onToken.mock.calls).toEqual([['gg_screen_x']]);
});

test('a claim whose answer is lost is made again, and the screen has its token', async () => {
  const { door, onToken } = await waitForCode();
  door.push();
  await vi.waitFor(() => expect(door.claims).toHaveLength(1));
  door.push();
  await vi.waitFor(() => expect(door.claims).toHaveLength(2));
  door.claims[1]?.(collected('gg_screen_x'));
  await vi.waitFor(() => expect(onToken).toHaveBeenCalledWith('gg_screen_x'));
});

test('a code that has expired at the server is watched no longer', async () => {
  const { door, onToken } = await waitForCode();
  door.push();
  await vi.waitFor(() => expect(door.claims).toHaveLength(1));
  door.claims[0]?.({ data: null, errors: [{ message: 'No Pairing.', extensions: { code: 'NOT_FOUND' } }] });
  await vi.waitFor(() => expect(door.watched()).toBe(0));
  expect(onToken).not.toHaveBeenCalled();
});
