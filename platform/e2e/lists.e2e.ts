import { randomUUID } from 'node:crypto';
import { expect, type Locator } from '@playwright/test';
import { Desk } from './desk.ts';
import { openPage } from './log-in.ts';
import type { Server } from './server.ts';
import { addMembers, addRows, makeTenant, repeatRun } from './tenant.ts';
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
  /** What is there before. */
  before?: string;
  /** A field of its form, and what that says; its name unless given. */
  field: string;
  value?: string;
  /** Makes things with these names, of which nobody needs to hear; answers their ids. */
  make: (names: readonly string[]) => Promise<string[]>;
  /** What a colleague does; it is announced. */
  add: (name: string) => Promise<unknown>;
  /** Takes one away; what is only put out of use stays. */
  remove?: string;
}

const CREATE_CLIENT =
  'mutation ($name: String!) { createApiClient(input: { name: $name, scopes: ["menu:read"] }) { id } }';
const CREATE_BOARD = 'mutation ($name: String!) { createMenuBoard(input: { name: $name, sectionIds: [] }) { id } }';

const kinds: Kind[] = [
  {
    name: 'API clients',
    page: '/access',
    below: '/access',
    label: 'API access',
    field: 'Name',
    make: (names) => addRows(server, owner, 'api_client', names),
    add: (name) => desk.ask(CREATE_CLIENT, { name }),
    remove: 'mutation ($id: ID!) { removeApiClient(id: $id) }',
  },
  {
    name: 'boards',
    page: '/screens',
    below: '/screens/boards',
    label: 'Boards',
    field: 'Name of the board',
    make: (names) => addRows(server, owner, 'menu_board', names),
    add: (name) => desk.ask(CREATE_BOARD, { name }),
    remove: 'mutation ($id: ID!) { removeMenuBoard(id: $id) }',
  },
  {
    name: 'screens',
    page: '/screens',
    below: '/screens',
    label: 'Screens',
    field: 'Name of the screen',
    make: (names) => addRows(server, owner, 'display', names),
    add: pairScreen,
  },
  {
    name: 'members',
    page: '/people',
    below: '/people',
    label: 'People',
    before: 'Ada',
    field: 'Role',
    value: 'KITCHEN',
    make: (names) => addMembers(server, owner, names),
    add: inviteAndAccept,
    remove: 'mutation ($id: ID!) { removeMember(id: $id) }',
  },
];

let server: Server;
let owner: string;
let desk: Desk;
test.beforeAll(async ({ browser, server: running }) => {
  server = running;
  owner = await makeTenant(server);
  desk = await Desk.open(browser, server, owner);
});
test.afterAll(() => desk?.close());

async function pairScreen(name: string): Promise<void> {
  const { requestPairing } = await server.ask<{ requestPairing: { code: string } }>(
    'mutation { requestPairing { code } }',
    {},
  );
  const PAIR = 'mutation ($code: String!, $name: String!) { pairDisplay(code: $code, input: { name: $name }) { id } }';
  await desk.ask(PAIR, { code: requestPairing.code, name });
}

/** By the link of the e-mail. */
async function inviteAndAccept(name: string): Promise<void> {
  const email = `${randomUUID()}@bakery.test`;
  await desk.ask('mutation ($email: String!) { inviteMember(input: { email: $email, role: KITCHEN }) { id } }', {
    email,
  });
  let token: string | undefined;
  await expect
    .poll(async () => {
      const emails = (await (await fetch(server.mailbox)).text()).split('<article');
      token = /invitation#([\w-]+)/.exec(emails.find((message) => message.includes(email)) ?? '')?.[1];
      return token;
    })
    .toBeDefined();
  const ACCEPT =
    'mutation ($token: String!, $name: String!) { acceptInvitation(token: $token, name: $name, password: "gently down the stream") { expiresAt } }';
  await server.ask(ACCEPT, { token, name });
}

async function open(path: string): Promise<void> {
  await desk.page.goto(`${server.url}/app${path}`);
}

function rowsOf(label: string): Locator {
  return desk.page.getByRole('list', { name: label, exact: true }).getByRole('listitem');
}

for (const kind of kinds) {
  test(`what a colleague adds to a long list comes to it, and nothing leaves: ${kind.name}`, async () => {
    await kind.make(Array.from({ length: MANY }, (_, place) => `Number ${place + 1}`));
    const all = MANY + (kind.before ? 1 : 0);
    await open(kind.page);
    const rows = rowsOf(kind.label);
    await expect(rows).toHaveCount(50);
    await rows.locator('xpath=../..').getByRole('button', { name: 'Show more' }).first().click();
    await expect(rows).toHaveCount(all);

    await kind.add('The newest');
    await expect(rows).toHaveCount(all + 1);
    await expect(rows.first()).toContainText(kind.before ?? 'Number 1');
    await expect(rows.last()).toContainText('The newest');
    // It glows once.
    const glows = () => rows.last().evaluate((row) => row.getAnimations().length);
    expect(await glows()).toBe(1);
    await expect.poll(glows).toBe(0);
    await expect(rows.filter({ hasText: /Number \d+/ })).toHaveCount(MANY);
  });

  test(`what stands on a page that is not loaded opens by its address, until it is gone: ${kind.name}`, async () => {
    const [id] = await kind.make(['The last of all']);
    await open(`${kind.below}/${id}`);
    const panel = desk.page.getByRole('complementary', { name: 'The last of all' });
    await expect(panel.getByLabel(kind.field, { exact: true })).toHaveValue(kind.value ?? 'The last of all');
    await expect(rowsOf(kind.label)).toHaveCount(50);
    if (!kind.remove) return;

    await desk.ask(kind.remove, { id });
    await desk.page.getByRole('complementary').getByRole('link', { name: 'Back to the list' }).click();
    await expect(desk.page).toHaveURL(new RegExp(`${kind.page}$`));
    await expect(desk.page.getByRole('complementary')).toHaveCount(0);
  });
}

test('a run of a sync opens by its address, however many came after it, and says what it did', async ({ browser }) => {
  const runId = await repeatRun(server, 25);
  const page = await openPage(browser, server, { path: '/sync' });
  await page.getByRole('list', { name: 'Sync' }).getByRole('link').first().click();
  await expect(page).toHaveURL(/sync\/[\w-]+$/);
  await page.goto(`${page.url()}?view=runs&run=${runId}`);
  const panel = page.getByRole('complementary');
  const open = panel.getByRole('button', { expanded: true });
  await expect(panel.getByRole('list', { name: 'History' }).getByRole('listitem')).toHaveCount(20);
  await expect(open).toHaveCount(1);
  await expect(open).toContainText(/\d+ new/);
  await open.click();
  await expect(page).not.toHaveURL(/run=/);
  await page.context().close();
});

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
