import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { openPage } from './log-in.ts';
import type { Server } from './server.ts';
import { test } from './worker-server.ts';

test.describe.configure({ mode: 'serial' });

let server: Server;
let desk: Page;
let key: string;

test.beforeAll(async ({ browser, server: running }) => {
  server = running;
  desk = await openPage(browser, server);
});

test.afterAll(async () => {
  await desk?.context().close();
});

/** What the REST path of the tenant answers to this key. */
async function statusFor(apiKey: string): Promise<number> {
  const response = await fetch(`${server.url}/api/sync/tenants/las-reinas`, { headers: { 'X-Api-Key': apiKey } });
  return response.status;
}

const secret = () => desk.locator('[data-secret]');

test('another product gets a client and a key, which is shown once and works', async () => {
  await desk.getByRole('link', { name: 'API access' }).click();
  await desk.getByRole('link', { name: 'New API client' }).click();
  await desk.getByRole('button', { name: 'Create' }).click();
  await expect(desk.getByText('Enter a name.')).toBeVisible();
  await expect(desk.getByText('Choose at least one.')).toBeVisible();

  await desk.getByLabel('Name', { exact: true }).fill('Digital signs');
  await desk.getByRole('complementary').getByText('Read the menu', { exact: true }).click();
  await desk.getByRole('button', { name: 'Create' }).click();
  await expect(desk.getByText('It has no key yet', { exact: false })).toBeVisible();
  await expect(desk.getByRole('listitem').filter({ hasText: 'Digital signs' })).toContainText('Read the menu');

  await desk.getByRole('button', { name: 'New key' }).click();
  key = (await secret().textContent()) ?? '';
  expect(key).toMatch(/^gg_(live|test)_[\w-]{43}$/);
  expect(await statusFor(key)).toBe(200);
  expect(await statusFor(`${key}x`)).toBe(401);
  const line = await desk.getByRole('region', { name: 'Try it over REST' }).locator('pre').textContent();
  const [, header = '', address = ''] = /^curl -H '(.+?)' '(.+)'$/.exec(line ?? '') ?? [];
  const [name = '', value = ''] = header.split(': ');
  const answer = await fetch(address, { headers: { [name]: value } });
  expect(answer.status).toBe(200);
  expect((await answer.json()).edges.length).toBeGreaterThan(0);
  await expect(desk.getByRole('link', { name: 'API reference' })).toHaveAttribute('href', '/api/docs');
  await desk.getByRole('button', { name: 'I have copied it' }).click();
  await expect(secret()).toHaveCount(0);
  await desk.reload();
  await expect(desk.getByText(key.slice(0, 12), { exact: false })).toBeVisible();
  await expect(desk.getByText(key)).toHaveCount(0);
});

test('a suspended client is refused until it is resumed', async () => {
  await desk.getByRole('button', { name: 'Suspend' }).click();
  await expect(desk.getByRole('button', { name: 'Resume' })).toBeVisible();
  await expect.poll(() => statusFor(key)).toBe(401);
  await desk.getByRole('button', { name: 'Resume' }).click();
  await expect.poll(() => statusFor(key)).toBe(200);
});

const SCREENS = 'query Screens { viewer { tenant { displays { totalCount } } } }';
const WHO = 'query Who { viewer { id tenant { id name } } }';

/** The owner, beside the browser. */
async function ask<Data>(query: string, variables: Record<string, unknown>): Promise<Data> {
  const { login } = await server.ask<{ login: { accessToken: string } }>(
    'mutation ($email: String!) { login(email: $email, password: "mycelium-demo") { accessToken } }',
    { email: 'owner@las-reinas.test' },
  );
  return server.ask<Data>(query, variables, login.accessToken);
}

/** What the graph answers the key, which sends no more than the id of a document. */
async function answerTo(text: string): Promise<string> {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'X-API-Key': key },
    body: JSON.stringify({ documentId: `sha256:${createHash('sha256').update(text).digest('hex')}` }),
  });
  return response.text();
}

test('what a client wants to run waits, is looked at and decided, and may run from then on', async () => {
  await desk.getByRole('link', { name: 'Operations' }).click();
  await expect(desk.getByText('Nothing registered yet')).toBeVisible();
  const bad = 'query Salaries { viewer { salary } }';
  const manifest = JSON.stringify({ 'sha256:1': WHO, 'sha256:2': bad });
  const choosing = desk.waitForEvent('filechooser');
  await desk.getByRole('button', { name: 'Register from files' }).click();
  await (await choosing).setFiles([
    { name: 'empty.graphql', mimeType: 'text/plain', buffer: Buffer.from(' ') },
    { name: 'screens.graphql', mimeType: 'text/plain', buffer: Buffer.from(SCREENS) },
    { name: 'persisted-documents.json', mimeType: 'application/json', buffer: Buffer.from(manifest) },
  ]);
  const refused = desk.getByRole('alert').getByRole('listitem');
  await expect(refused).toHaveText([
    'There are no documents in empty.graphql.',
    /^persisted-documents.json: Salaries is not registered.* Cannot query field "salary"/,
  ]);
  const rows = desk.getByRole('list', { name: 'Operations' }).getByRole('listitem');
  await expect(rows).toHaveCount(2);
  expect(await answerTo(WHO)).toContain('PERSISTED_OPERATION_NOT_FOUND');

  const panel = desk.getByRole('complementary');
  await desk.getByRole('link', { name: 'Screens', exact: true }).last().click();
  await expect(
    panel.getByText('It needs the permission “See screens”, which this client does not have.'),
  ).toBeVisible();
  await panel.getByRole('button', { name: 'Reject' }).click();
  await panel.getByLabel('Why').fill('Screens are not yours.');
  await panel.getByRole('button', { name: 'Reject' }).click();
  await expect(panel.getByText('Rejected: Screens are not yours.')).toBeVisible();

  await desk.getByRole('link', { name: 'Who', exact: true }).click();
  await expect(panel.getByText('May cost up to 2.')).toBeVisible();
  await expect(panel.getByText(WHO)).toBeVisible();
  await panel.getByRole('button', { name: 'Approve' }).click();
  await expect(rows.filter({ hasText: 'Who' })).toContainText('Approved');
  await expect.poll(() => answerTo(WHO)).toContain('Taquería Las Reinas');

  const downloading = desk.waitForEvent('download');
  await desk.getByRole('button', { name: 'Download approved' }).click();
  const file = await (await downloading).path();
  expect(Object.values(JSON.parse(readFileSync(file, 'utf8')))).toEqual([WHO]);
});

test('an approved operation that would be refused is marked and stands first, without loading the page again', async () => {
  const clientId = desk.url().split('/').at(-3);
  const read = 'query ($id: ID!) { apiClient(id: $id) { version } }';
  const { apiClient } = await ask<{ apiClient: { version: number } }>(read, { id: clientId });
  await ask(
    'mutation ($id: ID!, $version: Int!) { updateApiClient(id: $id, input: { version: $version, limits: { cost: 1 } }) { id } }',
    { id: clientId, version: apiClient.version },
  );
  const first = desk.getByRole('list', { name: 'Operations' }).getByRole('listitem').first();
  await expect(first).toContainText('Who');
  await expect(first).toContainText('Refused');
  await expect(desk.getByRole('complementary').getByText('It may cost 2; the limit is 1.')).toBeVisible();
  await expect.poll(() => answerTo(WHO)).toContain('OPERATION_TOO_COSTLY');

  await desk.getByRole('complementary').getByRole('button', { name: 'Remove' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(desk.getByRole('link', { name: 'Who', exact: true })).toHaveCount(0);
});

test('who uses a field is found by its name', async () => {
  await desk.getByRole('link', { name: 'API access' }).click();
  await desk.getByRole('link', { name: 'Who uses what' }).click();
  const rows = desk.getByRole('list', { name: 'Who uses what' }).getByRole('listitem');
  await expect(desk.getByLabel('Field')).toBeVisible();
  // What was asked a moment ago is counted a little later, and a page keeps what it was answered.
  await expect(async () => {
    await desk.reload();
    await desk.getByLabel('Field').fill('tenant.NAME');
    await expect(rows).toHaveCount(1, { timeout: 2_000 });
  }).toPass();
  await expect(rows).toContainText('Tenant.name');
  await expect(rows).toContainText('Digital signs');
  await desk.getByLabel('Field').fill('MenuItem.salary');
  await expect(desk.getByText('Nobody uses it')).toBeVisible();
  await desk.getByRole('link', { name: 'API access' }).first().click();
  await desk.getByRole('link', { name: 'Digital signs' }).click();
});

test('a rotated key is good beside the new one, and a revoked one is refused at once', async () => {
  await desk.getByRole('button', { name: 'Rotate' }).first().click();
  const next = (await secret().textContent()) ?? '';
  expect([await statusFor(key), await statusFor(next)]).toEqual([200, 200]);

  const row = desk.getByRole('listitem').filter({ hasText: key.slice(0, 12) });
  await row.getByRole('button', { name: 'Revoke' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(row).toHaveCount(0);
  await expect.poll(() => statusFor(key)).toBe(401);
  expect(await statusFor(next)).toBe(200);
});

test('what is removed is gone with its keys', async () => {
  const next = (await secret().textContent()) ?? '';
  await desk.getByRole('button', { name: 'Remove client' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Remove client' }).click();
  await expect(desk.getByRole('link', { name: 'Digital signs' })).toHaveCount(0);
  await expect.poll(() => statusFor(next)).toBe(401);
});
