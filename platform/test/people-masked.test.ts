import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'graphql';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { logIn, TestClient } from './client.ts';
import { inOneProcess } from './network.ts';

const MEMBERS = `query Members { tenantBySlug(slug: "las-reinas") { members { edges { node { role user { id email } } } } } }`;
const cacheSeconds = Object.fromEntries(
  ['Tenant', 'MembershipPage', 'MembershipEdge', 'Membership', 'User', 'PageInfo'].map((type) => [type, 600]),
);

interface Members {
  tenantBySlug: { members: { edges: { node: { role: string; user: { id: string; email: string } } }[] } };
}

let network: Awaited<ReturnType<typeof inOneProcess>>;
let caching: { url: string; close(): Promise<void> };
let owner: TestClient;
let support: TestClient;
const clients: TestClient[] = [];
beforeAll(async () => {
  network = await inOneProcess();
  await network.subgraphs.tenants.work(({ em }) =>
    em.execute(`update tenants.membership set role = 'SUPPORT' where role = 'KITCHEN'`),
  );
  caching = await network.anotherGateway({ cacheSeconds });
  owner = await logIn(network.url, 'owner@las-reinas.test');
  support = await logIn(network.url, 'kitchen@las-reinas.test');
  clients.push(owner, support);
}, 60_000);
afterAll(async () => {
  await Promise.all(clients.map((client) => client.close()));
  await caching?.close();
  await network?.close();
});

const WHOLE = ['kitchen@las-reinas.test', 'manager@las-reinas.test', 'owner@las-reinas.test'];
/** Support sees itself, and of the others how the address begins. */
const MASKED = ['kitchen@las-reinas.test', 'm***@…', 'o***@…'];

const emailsIn = ({ tenantBySlug }: Members): string[] =>
  tenantBySlug.members.edges.map(({ node }) => node.user.email).toSorted();

/** What this viewer is told by a gateway that keeps answers, and where it has that from. */
async function asked(by: TestClient) {
  const response = await fetch(`${caching.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${by.token}` },
    body: JSON.stringify({ query: MEMBERS }),
  });
  const { data } = (await response.json()) as { data: Members };
  return { emails: emailsIn(data), cache: response.headers.get('x-cache') };
}

test('an address is whole for those who manage people, and for the person; whoever only looks sees how it begins', async () => {
  expect(emailsIn(await owner.run<Members>(MEMBERS))).toEqual(WHOLE);
  expect(emailsIn(await support.run<Members>(MEMBERS))).toEqual(MASKED);
  expect(await support.run('{ viewer { user { email } } }')).toEqual({
    viewer: { user: { email: 'kitchen@las-reinas.test' } },
  });
  const { login } = await new TestClient(network.url).run<{ login: object }>(
    'mutation { login(email: "kitchen@las-reinas.test", password: "mycelium-demo") { viewer { user { email } } } }',
  );
  expect(login).toEqual({ viewer: { user: { email: 'kitchen@las-reinas.test' } } });
});

test('answers that are kept are never those of somebody else, whoever asks first', async () => {
  await vi.waitFor(async () => expect((await asked(owner)).cache).toBe('hit'));
  expect(await asked(owner)).toEqual({ emails: WHOLE, cache: 'hit' });
  expect(await asked(support)).toEqual({ emails: MASKED, cache: 'miss' });
  expect(await asked(support)).toEqual({ emails: MASKED, cache: 'hit' });
  expect(await asked(owner)).toEqual({ emails: WHOLE, cache: 'hit' });
});

test('queries at the same time share no answer with somebody else', async () => {
  const query = `query AtOnce { tenantBySlug(slug: "las-reinas") { name members { edges { node { role user { id email } } } } } }`;
  const answers = await Promise.all(
    Array.from({ length: 20 }, async (_, n) => emailsIn(await (n % 2 === 0 ? owner : support).run<Members>(query))),
  );
  expect(answers).toEqual(Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? WHOLE : MASKED)));
});

test('of the same subscription each hears what they may see', async () => {
  const FOLLOW = `subscription ($t: ID!) { peopleChanged(tenantId: $t) { invitation { email } } }`;
  const { viewer } = await owner.run<{ viewer: { tenant: { id: string } } }>('{ viewer { tenant { id } } }');
  const follow = async (by: TestClient) => by.follow<{ peopleChanged: object }>(FOLLOW, { t: viewer.tenant.id });
  const streams = [await follow(owner), await follow(support)];
  const first = Promise.all(streams.map(async (stream) => (await stream.next()).value?.data?.peopleChanged));
  let told = false;
  void first.then(() => {
    told = true;
  });
  // A subscription may still be on its way when somebody is invited.
  for (let n = 0; !told; n += 1) {
    await owner.run('mutation ($email: String!) { inviteMember(input: { email: $email, role: STAFF }) { id } }', {
      email: `ana${n}@example.test`,
    });
    await Promise.race([first, new Promise((resolve) => setTimeout(resolve, 200))]);
  }
  expect(await first).toEqual([
    { invitation: { email: expect.stringMatching(/^ana\d+@example\.test$/) } },
    { invitation: { email: 'a***@…' } },
  ]);
  for (const stream of streams) await stream.return?.();
});

test('showing an address whole is in the log, of what was changed the log has the mask', async () => {
  const LOG = `query ($t: ID!, $filter: AuditFilter!) { auditEntries(tenantId: $t, filter: $filter) {
    edges { node { action noun actor { id } changes { field after } } }
  } }`;
  const { viewer } = await owner.run<{ viewer: { id: string; tenant: { id: string } } }>(
    '{ viewer { id tenant { id } } }',
  );
  const entries = async (filter: object) => {
    const { auditEntries } = await owner.run<{
      auditEntries: { edges: { node: { noun: string; actor: { id: string }; changes: object[] } }[] };
    }>(LOG, { t: viewer.tenant.id, filter });
    return auditEntries.edges.map(({ node }) => node);
  };
  const shown = await vi.waitFor(async () => {
    const found = await entries({ action: 'unmask' });
    expect(new Set(found.map(({ noun }) => noun))).toEqual(new Set(['User', 'Invitation']));
    return found;
  });
  expect(new Set(shown.map(({ actor }) => actor.id))).toEqual(new Set([viewer.id]));
  await vi.waitFor(async () => expect((await entries({ action: 'inviteMember' })).length).toBeGreaterThan(0));
  const [invited] = await entries({ action: 'inviteMember', noun: 'Invitation' });
  expect(invited?.changes).toContainEqual({ field: 'email', after: '"a***@…"' });
});

/** Whoever has the link of an invitation sees the address that it went to; the others are those of a machine and of a business, or say none. */
const notMasked = new Set([
  'InvitationOffer.email',
  'AuditEntry.address',
  'UserSession.address',
  'Location.address',
  'Location.phone',
  // Whether two contacts have the same one, and not which.
  'Duplicate.sameMail',
  'Duplicate.samePhone',
]);

test('no field shows how a person is reached without a mask', async () => {
  const sdl = parse(await readFile(join(import.meta.dirname, '../../schema/supergraph.graphql'), 'utf8'));
  const reached = sdl.definitions.flatMap((definition) =>
    definition.kind === 'ObjectTypeDefinition'
      ? (definition.fields ?? [])
          .filter(({ name }) => /e-?mail$|phone$|^address$/i.test(name.value))
          .map(({ name, directives = [] }) => ({
            field: `${definition.name.value}.${name.value}`,
            isMasked: directives.some((directive) => directive.name.value === 'viewerSpecific'),
          }))
      : [],
  );
  expect(reached.map(({ field }) => field)).toEqual(expect.arrayContaining(['User.email', 'Invitation.email']));
  expect(reached.filter(({ field, isMasked }) => !isMasked && !notMasked.has(field))).toEqual([]);
});

test('whoever may not look at people sees by name who serves a table, and no address', async () => {
  const TABLES = '{ viewer { tenant { restaurants { locations { tables { id state } } } } } }';
  interface Tables {
    viewer: { tenant: { restaurants: { locations: { tables: { id: string; state: string }[] }[] }[] } };
  }
  const { viewer } = await owner.run<Tables>(TABLES);
  const places = viewer.tenant.restaurants.flatMap(({ locations }) => locations);
  const free = places.flatMap(({ tables }) => tables).find(({ state }) => state === 'FREE');
  await owner.run('mutation ($id: ID!) { seatTable(id: $id, guests: 2) { id } }', { id: free?.id });
  await network.subgraphs.tenants.work(({ em }) =>
    em.execute(`update tenants.membership set role = 'STAFF' where role = 'SUPPORT'`),
  );
  const staff = await logIn(network.url, 'kitchen@las-reinas.test');
  clients.push(staff);
  const SERVER = 'query ($id: ID!) { table(id: $id) { server { name } } }';
  const { viewer: me } = await owner.run<{ viewer: { user: { name: string } } }>('{ viewer { user { name } } }');
  expect(await staff.run(SERVER, { id: free?.id })).toEqual({ table: { server: { name: me.user.name } } });
  await expect(staff.run(MEMBERS)).rejects.toThrow(/people:read|FORBIDDEN/);
});
