import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, test, vi } from 'vitest';
import { openFrame } from './frame.ts';
import { startKiosk } from './kiosk.example.ts';

test('the example takes an order, tells it, and shows it on a page of its list', async () => {
  const told: string[] = [];
  const us = await openFrame().serve({
    name: 'Us',
    routes: {
      'POST /hook'({ raw, headers }) {
        expect(headers['x-kiosk-signature']).toBe(createHmac('sha256', 'a secret').update(raw).digest('hex'));
        return told.push(JSON.parse(raw.toString()).order.table);
      },
    },
  });
  const kiosk = await startKiosk({ token: 'a token', secret: 'a secret', hook: `${us.url}/hook` });
  const headers = { authorization: 'Bearer a token', 'content-type': 'application/json' };
  const orders = `${kiosk.url}/orders`;

  expect((await fetch(orders)).status).toBe(401);
  expect((await fetch(orders, { method: 'POST', headers, body: '{"table":7}' })).status).toBe(400);
  const placed = await (await fetch(orders, { method: 'POST', headers, body: '{"table":"7"}' })).json();
  await fetch(`${orders}/${placed.id}`, { method: 'PATCH', headers, body: '{"state":"PAID"}' });
  await fetch(`${kiosk.url}/actions/Place an order`, { method: 'POST', body: '{"table":"9"}' });

  expect(await (await fetch(`${orders}?limit=9`, { headers })).json()).toMatchObject({
    items: [
      { id: placed.id, table: '7', state: 'PAID', version: 2 },
      { table: '9', state: 'OPEN' },
    ],
  });
  await vi.waitFor(() => expect(told).toEqual(['7', '9']));
  await Promise.all([kiosk.close(), us.close()]);
});

test('the README shows the example as it runs', async () => {
  const [readme, example] = await Promise.all(
    ['../README.md', './kiosk.example.ts'].map((path) => readFile(new URL(path, import.meta.url), 'utf8')),
  );
  expect(readme).toContain(`\`\`\`ts\n${example}\`\`\``);
});
