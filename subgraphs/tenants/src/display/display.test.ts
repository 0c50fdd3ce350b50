import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import type { Viewer } from '@mycelium/kit/viewer';
import { displayScopes } from '@mycelium/schema/permissions';
import type { ExecutionResult } from 'graphql';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { seedTenant } from '../seed.ts';
import { tenants } from '../subgraph.ts';
import { tellSilentDisplays } from './tell-silent.ts';

interface Pairing {
  id: string;
  code: string;
  secret: string;
}

const PAIR =
  'mutation ($code: String!, $input: PairDisplayInput!) { pairDisplay(code: $code, input: $input) { id name status version } }';
const CLAIM =
  'mutation ($id: ID!, $secret: String!) { claimPairing(id: $id, secret: $secret) { token display { id name } } }';
const CREDENTIAL = 'query ($token: String!) { credential(token: $token) { kind id tenantId scopes } }';
const HEALTH = 'subscription ($t: ID!) { displayHealthChanged(tenantId: $t) { displayId display { status name } } }';
const BEAT =
  'mutation { heartbeat(input: { appVersion: "1.0.0", width: 1920, height: 1080 }) { status appVersion version } }';

let testing: TestSubgraph;
let screen: TestViewer;
let owner: TestViewer;
let kitchen: TestViewer;
let stranger: TestViewer;
let gateway: TestViewer;

/** Sections of the tenant's menu, as the restaurant subgraph knows them. */
const onMenu = new Set<unknown>();

beforeAll(async () => {
  testing = await testSubgraph(tenants, {
    neighbours: async (_name, { variables }) => {
      const asked = z.array(z.object({ id: z.string() })).parse(variables?.sections);
      return { data: { _entities: asked.map(({ id }) => (onMenu.has(id) ? { id } : null)) } };
    },
  });
  const tenantId = uuidv7();
  const demo = {
    slug: 'las-reinas',
    name: 'Las Reinas',
    languages: ['es', 'en'],
    currency: 'USD',
    timeZone: 'America/Chicago',
  };
  await testing.subgraph.work((ctx) =>
    seedTenant(
      ctx,
      { ...demo, restaurant: { name: 'Las Reinas' }, locations: [], users: [], boards: [] },
      new Map(),
      tenantId,
      'x',
    ),
  );
  screen = testing.as({ kind: 'anonymous', id: '', scopes: [] });
  owner = testing.as(person('OWNER', tenantId));
  kitchen = testing.as(person('KITCHEN', tenantId));
  stranger = testing.as(person('OWNER'));
  gateway = testing.as({ kind: 'gateway', id: 'gateway', scopes: ['gateway'] });
});
afterAll(() => testing.close());

async function requestPairing(): Promise<Pairing> {
  return (await screen.run<{ requestPairing: Pairing }>('mutation { requestPairing { id code secret expiresAt } }'))
    .requestPairing;
}

async function pairedScreen(name = 'Counter'): Promise<{ token: string; viewer: Viewer; as: TestViewer }> {
  const pairing = await requestPairing();
  await owner.run(PAIR, { code: pairing.code, input: { name } });
  const { claimPairing } = await screen.run<{ claimPairing: { token: string; display: { id: string } } }>(
    CLAIM,
    pairing as never,
  );
  const viewer: Viewer = {
    kind: 'display',
    id: claimPairing.display.id,
    tenantId: owner.viewer.tenantId,
    scopes: [...displayScopes],
  };
  return { token: claimPairing.token, viewer, as: testing.as(viewer) };
}

async function nextOf(events: AsyncIterator<ExecutionResult>, field: string): Promise<Record<string, unknown>> {
  const { value } = await events.next();
  return value.data[field];
}

test('a screen shows a code, an operator types it, and the screen is told at once and collects its token', async () => {
  const pairing = await requestPairing();
  const waiting = await screen.follow(
    'subscription ($id: ID!, $secret: String!) { pairingChanged(id: $id, secret: $secret) { paired } }',
    pairing as never,
  );
  expect(await nextOf(waiting, 'pairingChanged')).toEqual({ paired: false });
  expect(await screen.run(CLAIM, pairing as never)).toEqual({ claimPairing: null });
  const told = nextOf(waiting, 'pairingChanged');
  await owner.run(PAIR, { code: pairing.code.toLowerCase().replace('-', ''), input: { name: 'Counter' } });
  expect(await told).toEqual({ paired: true });
  const { claimPairing } = await screen.run<{ claimPairing: { token: string; display: { id: string; name: string } } }>(
    CLAIM,
    pairing as never,
  );
  expect(claimPairing.display.name).toBe('Counter');
  const { credential } = await gateway.run<{ credential: unknown }>(CREDENTIAL, { token: claimPairing.token });
  expect(credential).toEqual({
    kind: 'DISPLAY',
    id: claimPairing.display.id,
    tenantId: owner.viewer.tenantId,
    scopes: displayScopes,
  });
  await waiting.return?.();
});

const tokenOf = (claim: { claimPairing: { token: string } }) => claim.claimPairing.token;

test('claims of one pairing, at once and one after the other, get the same token, and it is good', async () => {
  const pairing = await requestPairing();
  await owner.run(PAIR, { code: pairing.code, input: { name: 'Slow' } });
  const claim = async () => tokenOf(await screen.run(CLAIM, pairing as never));
  const tokens = [...(await Promise.all([claim(), claim(), claim()])), await claim()];
  expect(new Set(tokens).size).toBe(1);
  expect(await gateway.run(CREDENTIAL, { token: tokens[0] })).toMatchObject({ credential: { kind: 'DISPLAY' } });
  const rows = await testing.subgraph.work(({ em }) =>
    em.execute(
      'select to_jsonb(display) as display, (select jsonb_agg(to_jsonb(pairing)) from tenants.pairing) as pairings from tenants.display',
    ),
  );
  expect(JSON.stringify(rows)).not.toContain(tokens[0]?.slice('gg_screen_'.length));
});

test('a screen whose code was typed in its last moment still collects its token', async () => {
  const pairing = await requestPairing();
  const shorten = (left: string) =>
    testing.subgraph.work(({ em }) =>
      em.execute('update tenants.pairing set expires_at = now() + ?::interval where id = ?', [left, pairing.id]),
    );
  await shorten('5 seconds');
  await owner.run(PAIR, { code: pairing.code, input: { name: 'Late' } });
  const [{ left } = { left: 0 }] = await testing.subgraph.work(({ em }) =>
    em.execute<{ left: number }[]>(
      'select extract(epoch from expires_at - now())::int as left from tenants.pairing where id = ?',
      [pairing.id],
    ),
  );
  expect(left).toBeGreaterThan(9 * 60);
  await shorten('-1 seconds');
  expect(await screen.refusal(CLAIM, pairing as never)).toMatchObject({ code: 'NOT_FOUND' });
});

test('a code works once, and a wrong code, a wrong secret and a wrong role do not work at all', async () => {
  const pairing = await requestPairing();
  expect(await kitchen.refusal(PAIR, { code: pairing.code, input: { name: 'x' } })).toMatchObject({
    code: 'FORBIDDEN',
  });
  expect(await screen.refusal(CLAIM, { ...pairing, secret: 'guess' })).toMatchObject({ code: 'NOT_FOUND' });
  await owner.run(PAIR, { code: pairing.code, input: { name: 'x' } });
  expect(await owner.refusal(PAIR, { code: pairing.code, input: { name: 'x' } })).toMatchObject({
    code: 'BAD_USER_INPUT',
    path: ['code'],
  });
  expect(await owner.refusal(PAIR, { code: '???', input: { name: 'x' } })).toMatchObject({
    code: 'BAD_USER_INPUT',
    path: ['code'],
  });
});

test("a screen cannot be given another tenant's board", async () => {
  const { createMenuBoard } = await owner.run<{ createMenuBoard: { id: string; languages: string[] } }>(
    'mutation { createMenuBoard(input: { name: "Tacos", sectionIds: [] }) { id languages } }',
  );
  expect(createMenuBoard.languages).toEqual(['es', 'en']);
  const pairing = await requestPairing();
  expect(
    await stranger.refusal(PAIR, { code: pairing.code, input: { name: 'x', boardId: createMenuBoard.id } }),
  ).toMatchObject({ code: 'NOT_FOUND' });
  await owner.run(PAIR, { code: pairing.code, input: { name: 'Tacos', boardId: createMenuBoard.id } });
});

test('who decides what screens show puts a board on one, and neither renames nor revokes it', async () => {
  const marketer = testing.as({ ...person('MARKETER'), tenantId: String(owner.viewer.tenantId) });
  const MAKE = 'mutation { createMenuBoard(input: { name: "Door", sectionIds: [] }) { id } }';
  const { createMenuBoard } = await marketer.run<{ createMenuBoard: { id: string } }>(MAKE);
  const pairing = await requestPairing();
  const { pairDisplay } = await owner.run<{ pairDisplay: { id: string; version: number } }>(PAIR, {
    code: pairing.code,
    input: { name: 'Window' },
  });
  const { id, version } = pairDisplay;
  const SHOW = `mutation ($id: ID!, $v: Int!, $b: ID) { showBoard(displayId: $id, version: $v, boardId: $b) { name board { name } } }`;
  expect(await marketer.run(SHOW, { id, v: version, b: createMenuBoard.id })).toEqual({
    showBoard: { name: 'Window', board: { name: 'Door' } },
  });
  expect(await marketer.refusal(SHOW, { id, v: version, b: null })).toMatchObject({ code: 'CONFLICT' });
  expect(await stranger.refusal(SHOW, { id, v: version + 1, b: null })).toMatchObject({ code: 'NOT_FOUND' });
  const RENAME =
    'mutation ($id: ID!, $v: Int!) { updateDisplay(id: $id, input: { version: $v, name: "Mine" }) { id } }';
  expect(await marketer.refusal(RENAME, { id, v: version + 1 })).toMatchObject({ code: 'FORBIDDEN' });
});

test.each(['', '??', 'e\\u0000s', 'not a language', 'x'.repeat(40)])('a board does not speak %j', async (language) => {
  const CREATE =
    'mutation ($l: [String!]) { createMenuBoard(input: { name: "Tacos", sectionIds: [], languages: $l }) { id } }';
  expect(await owner.refusal(CREATE, { l: [language] })).toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('a board shows a section once, and speaks a language once', async () => {
  const [tacos, drinks] = [uuidv7(), uuidv7()];
  onMenu.add(tacos).add(drinks);
  const CREATE =
    'mutation ($ids: [ID!]!, $l: [String!]) { createMenuBoard(input: { name: "x", sectionIds: $ids, languages: $l }) { id version } }';
  const twice = (...path: (string | number)[]) => ({ code: 'BAD_USER_INPUT', reason: 'TWICE', path });
  for (const again of [tacos, tacos.toUpperCase()])
    expect(await owner.refusal(CREATE, { ids: [tacos, drinks, again] })).toMatchObject(twice('input', 'sectionIds', 2));
  expect(await owner.refusal(CREATE, { ids: [], l: ['es', 'es'] })).toMatchObject(twice('input', 'languages', 1));
  const { createMenuBoard } = await owner.run<{ createMenuBoard: { id: string } }>(CREATE, { ids: [tacos] });
  const UPDATE =
    'mutation ($id: ID!, $ids: [ID!]!) { updateMenuBoard(id: $id, input: { version: 1, sectionIds: $ids }) { id } }';
  expect(await owner.refusal(UPDATE, { id: createMenuBoard.id, ids: [drinks, drinks] })).toMatchObject(
    twice('input', 'sectionIds', 1),
  );
});

test('a revoked screen is a stranger from then on', async () => {
  const { token, viewer } = await pairedScreen();
  expect(
    await stranger.refusal('mutation ($id: ID!) { revokeDisplay(id: $id) { id } }', { id: viewer.id }),
  ).toMatchObject({ code: 'NOT_FOUND' });
  await owner.run('mutation ($id: ID!) { revokeDisplay(id: $id) { status } }', { id: viewer.id });
  expect(await gateway.run(CREDENTIAL, { token })).toEqual({ credential: null });
});

test('a screen is online by its own word, and its coming and going is told, each once', async () => {
  const health = await owner.follow(HEALTH, { t: owner.viewer.tenantId });
  const { as, viewer } = await pairedScreen('Window');
  // Of its pairing, and before it of whatever the tests before have done.
  let told = await nextOf(health, 'displayHealthChanged');
  while (told.displayId !== viewer.id) told = await nextOf(health, 'displayHealthChanged');

  const came = nextOf(health, 'displayHealthChanged');
  await as.run(BEAT);
  expect(await as.run(BEAT)).toEqual({ heartbeat: { status: 'ONLINE', appVersion: '1.0.0', version: 1 } });
  expect(await came).toEqual({ displayId: viewer.id, display: { status: 'ONLINE', name: 'Window' } });

  const went = nextOf(health, 'displayHealthChanged');
  await testing.subgraph.work(({ em }) =>
    em.execute("update tenants.display set last_seen_at = now() - interval '1 minute' where id = ?", [viewer.id]),
  );
  await testing.subgraph.work(tellSilentDisplays);
  expect(await went).toEqual({ displayId: viewer.id, display: { status: 'OFFLINE', name: 'Window' } });

  const back = nextOf(health, 'displayHealthChanged');
  await as.run(BEAT);
  expect(await back).toMatchObject({ display: { status: 'ONLINE' } });
  await health.return?.();
});

test('only a screen may speak for itself', async () => {
  expect(await owner.refusal(BEAT)).toMatchObject({ code: 'FORBIDDEN' });
});

test('a section that leaves the menu leaves every board', async () => {
  const [gone, stays] = [uuidv7(), uuidv7()];
  onMenu.add(gone).add(stays);
  const { createMenuBoard } = await owner.run<{ createMenuBoard: { id: string } }>(
    'mutation ($ids: [ID!]!) { createMenuBoard(input: { name: "Drinks", sectionIds: $ids }) { id } }',
    { ids: [gone, stays] },
  );
  const { menuSectionRemoved } = await import('@mycelium/schema/subgraphs/restaurant');
  await testing.subgraph.work(async (ctx) =>
    ctx.publish(menuSectionRemoved, { sectionId: gone, menuId: uuidv7() }, owner.viewer.tenantId),
  );
  const BOARD = 'query ($id: ID!) { menuBoard(id: $id) { sectionIds version } }';
  await vi.waitFor(
    async () =>
      expect(await owner.run(BOARD, { id: createMenuBoard.id })).toEqual({
        menuBoard: { sectionIds: [stays], version: 2 },
      }),
    10_000,
  );
});

test('a board shows sections of its tenant and no others, and keeps what it shows', async () => {
  const [here, elsewhere] = [uuidv7(), uuidv7()];
  onMenu.add(here);
  const CREATE = 'mutation ($ids: [ID!]!) { createMenuBoard(input: { name: "x", sectionIds: $ids }) { id } }';
  const SHOW =
    'mutation ($id: ID!, $version: Int!, $ids: [ID!]!) { updateMenuBoard(id: $id, input: { version: $version, sectionIds: $ids }) { sectionIds } }';
  expect(await owner.refusal(CREATE, { ids: [here, elsewhere] })).toEqual({
    code: 'NOT_FOUND',
    path: undefined,
    message: `No MenuSection with id ${elsewhere}.`,
  });
  const { id } = (await owner.run<{ createMenuBoard: { id: string } }>(CREATE, { ids: [here] })).createMenuBoard;
  expect(await owner.refusal(SHOW, { id, version: 1, ids: [elsewhere] })).toMatchObject({ code: 'NOT_FOUND' });
  onMenu.delete(here);
  const next = uuidv7();
  onMenu.add(next);
  expect(await owner.run(SHOW, { id, version: 1, ids: [next, here] })).toEqual({
    updateMenuBoard: { sectionIds: [next, here] },
  });
});

test('a tenant with many screens answers in the same number of statements', async () => {
  const ASK =
    'query { tenantBySlug(slug: "las-reinas") { displays(first: 100) { totalCount edges { node { name status board { name } tenant { name } } } } } }';
  const few = await testing.countSql(() => owner.run(ASK));
  for (let count = 0; count < 5; count += 1) await pairedScreen(`Screen ${count}`);
  expect(await testing.countSql(() => owner.run(ASK))).toBe(few);
});
