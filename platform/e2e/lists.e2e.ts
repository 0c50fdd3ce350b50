import { randomUUID } from 'node:crypto';
import { expect, type Locator } from '@playwright/test';
import { Desk } from './desk.ts';
import { makeTenant } from './tenant.ts';
import { test } from './worker-server.ts';

test.describe.configure({ mode: 'serial' });

/** As many as a page of a list has, and some more. */
const MANY = 57;

interface Kind {
  name: string;
  /** The address of the list, and of each of its things. */
  page: string;
  /** Where the things are below that. */
  below: string;
  label: string;
  /** What its name is called in its form. */
  field: string;
  create: string;
  remove: string;
}

const kinds: Kind[] = [
  {
    name: 'API clients',
    page: '/access',
    below: '/access',
    label: 'API access',
    field: 'Name',
    create: 'mutation ($name: String!) { made: createApiClient(input: { name: $name, scopes: ["menu:read"] }) { id } }',
    remove: 'mutation ($id: ID!) { removeApiClient(id: $id) }',
  },
  {
    name: 'boards',
    page: '/screens',
    below: '/screens/boards',
    label: 'Boards',
    field: 'Name of the board',
    create: 'mutation ($name: String!) { made: createMenuBoard(input: { name: $name, sectionIds: [] }) { id } }',
    remove: 'mutation ($id: ID!) { removeMenuBoard(id: $id) }',
  },
];

let desk: Desk;
test.beforeAll(async ({ browser, server }) => {
  desk = await Desk.open(browser, server, await makeTenant(server));
});
test.afterAll(() => desk?.close());

async function make({ create }: Kind, name: string): Promise<string> {
  return (await desk.ask<{ made: { id: string } }>(create, { name })).made.id;
}

async function open(path: string): Promise<void> {
  await desk.page.goto(new URL(`/app${path}`, desk.page.url()).href);
}

function rowsOf(label: string): Locator {
  return desk.page.getByRole('list', { name: label, exact: true }).getByRole('listitem');
}

for (const path of ['/', '/menu', '/screens', '/sync', '/people', '/access', '/log']) {
  test(`a page asks each of its questions once, and its feeds begin before it asked: ${path}`, async () => {
    // What changed within the ten seconds before is told again, and then asked for again.
    await expect(async () => {
      const { again, begins } = await askedBy(path);
      expect(begins).not.toContain(null);
      expect(again).toEqual([]);
    }).toPass();
  });
}

/** What a page asks more than once as it is opened, and where its feeds begin. */
async function askedBy(path: string): Promise<{ again: string[]; begins: unknown[] }> {
  const page = await desk.page.context().newPage();
  const asked: string[] = [];
  const begins: unknown[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/graphql')) asked.push(request.postData() ?? '');
  });
  page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => {
      const { type, payload: subscription } = JSON.parse(String(payload));
      if (type === 'subscribe' && 'after' in subscription.variables) begins.push(subscription.variables.after);
    }),
  );
  await page.goto(new URL(`/app${path}`, desk.page.url()).href);
  // What may have been missed would be asked for again two seconds later.
  await expect.poll(() => begins.length).toBeGreaterThan(5);
  await expect.poll(() => page.getByRole('status', { name: 'Loading' }).count()).toBe(0);
  await page.close();
  return { again: asked.filter((question, place) => asked.indexOf(question) !== place), begins };
}

for (const kind of kinds) {
  test(`what a colleague adds to a long list comes to it, and nothing leaves: ${kind.name}`, async () => {
    for (let number = 1; number <= MANY; number += 1) await make(kind, `Number ${number}`);
    await open(kind.page);
    const rows = rowsOf(kind.label);
    await expect(rows).toHaveCount(50);
    await rows.locator('xpath=../..').getByRole('button', { name: 'Show more' }).click();
    await expect(rows).toHaveCount(MANY);

    await make(kind, 'The newest');
    await expect(rows).toHaveCount(MANY + 1);
    await expect(rows.first()).toContainText('Number 1');
    await expect(rows.last()).toContainText('The newest');
    // It glows once.
    const glows = () => rows.last().evaluate((row) => row.getAnimations().length);
    expect(await glows()).toBe(1);
    await expect.poll(glows).toBe(0);
    await expect(rows.filter({ hasText: /Number \d+/ })).toHaveCount(MANY);
  });

  test(`what stands on a page that is not loaded opens by its address, until it is gone: ${kind.name}`, async () => {
    const id = await make(kind, 'The last of all');
    await open(`${kind.below}/${id}`);
    const panel = desk.page.getByRole('complementary', { name: 'The last of all' });
    await expect(panel.getByLabel(kind.field, { exact: true })).toHaveValue('The last of all');
    await expect(rowsOf(kind.label)).toHaveCount(50);

    await desk.ask(kind.remove, { id });
    await desk.page.getByRole('complementary').getByRole('link', { name: 'Back to the list' }).click();
    await expect(desk.page).toHaveURL(new RegExp(`${kind.page}$`));
    await expect(desk.page.getByRole('complementary')).toHaveCount(0);
  });
}

test('an entry of the log opens by its address, however old it is', async () => {
  const { viewer } = await desk.ask<{ viewer: { tenant: { auditEntries: { edges: { node: { id: string } }[] } } } }>(
    '{ viewer { tenant { auditEntries(first: 200, filter: { action: "createApiClient" }) { edges { node { id } } } } } }',
    {},
  );
  const oldest = viewer.tenant.auditEntries.edges.at(-1)?.node.id;
  await open(`/log?entry=${oldest}`);
  await expect(desk.page.getByRole('complementary')).toContainText('createApiClient');
  await expect(rowsOf('Log')).toHaveCount(50);
  await desk.page.getByRole('complementary').getByRole('button', { name: 'Close' }).click();
  await expect(desk.page.getByRole('complementary')).toHaveCount(0);

  await open(`/log?entry=${randomUUID()}`);
  await expect(desk.page.getByRole('complementary')).toContainText('not in the log');
});
