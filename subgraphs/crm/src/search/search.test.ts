import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tenantsIn } from '../../test/tenants.ts';
import { crm } from '../subgraph.ts';

const SEARCH = `query ($t: ID!, $text: String!, $first: Int, $after: String) {
  searchCrm(tenantId: $t, text: $text, first: $first, after: $after) {
    totalCount edges { node { kind id title excerpt } } pageInfo { hasNextPage endCursor }
  }
}`;
const CREATE = 'mutation ($input: CreateContactInput!) { createContact(input: $input) { id version } }';

interface Answer {
  searchCrm: {
    totalCount: number;
    edges: { node: { id: string; title: string } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
}

let testing: TestSubgraph;
let owner: TestViewer;
beforeAll(async () => {
  testing = await testSubgraph(crm, { neighbours: tenantsIn('America/Chicago').answer });
  owner = testing.as(person('OWNER'));
  for (const input of [
    { name: 'José Muñoz', company: 'Tortillería La Espiga', tags: ['maíz'], phones: [{ value: '(323) 555-0142' }] },
    { name: 'İpek Işık', mails: [{ value: 'ipek@isik.test' }], references: [{ system: 'hubspot', id: '90071992' }] },
    { name: 'Molino Real', role: 'Nuestros molineros desde 1990' },
    { name: 'Munich Brewery' },
  ])
    await owner.run(CREATE, { input });
});
afterAll(() => testing.close());

const searchAs = async (viewer: TestViewer, text: string, range: object = {}) => {
  const variables = { t: viewer.viewer.tenantId, text, first: 50, ...range };
  return (await viewer.run<Answer>(SEARCH, variables)).searchCrm;
};
const titles = async (text: string) => (await searchAs(owner, text)).edges.map(({ node }) => node.title);

test.each([
  ['munoz', ['José Muñoz']],
  ['MUÑ', ['José Muñoz', 'Munich Brewery']],
  ['jose mun', ['José Muñoz']],
  ['jos muñ', ['José Muñoz']],
  ['munos', ['José Muñoz']],
  ['moilno real', ['Molino Real']],
  ['molinero', ['Molino Real']],
  ['ipek isik', ['İpek Işık']],
  ['IŞIK', ['İpek Işık']],
  ['espiga', ['José Muñoz']],
  ['maiz', ['José Muñoz']],
  ['IPEK@isik.test', ['İpek Işık']],
  ['0142', ['José Muñoz']],
  ['90071992', ['İpek Işık']],
  ['323.555.0142', ['José Muñoz']],
  ['', []],
  ['½ & | ! ( * :', []],
  ['nobody', []],
])('%j finds %j first', async (text, expected) => {
  const found = await titles(text);
  expect(new Set(expected.length > 0 ? found.slice(0, expected.length) : found)).toEqual(new Set(expected));
});

test('what fits best comes first, and says where it was found', async () => {
  expect((await titles('molino'))[0]).toBe('Molino Real');
  const [edge] = (await searchAs(owner, 'espiga')).edges;
  expect(edge?.node).toMatchObject({ kind: 'CONTACT', excerpt: expect.stringContaining('Tortillería La Espiga') });
});

test('a page goes on where the one before ended', async () => {
  const first = await searchAs(owner, 'm', { first: 1 });
  const all = await searchAs(owner, 'm');
  const second = await searchAs(owner, 'm', { first: 1, after: first.pageInfo.endCursor });
  expect([...first.edges, ...second.edges]).toEqual(all.edges.slice(0, 2));
  expect(first).toMatchObject({ totalCount: all.edges.length, pageInfo: { hasNextPage: true } });
  expect(
    await owner.refusal(SEARCH, { t: owner.viewer.tenantId, text: 'x', after: first.pageInfo.endCursor }),
  ).toMatchObject({ code: 'BAD_USER_INPUT', path: ['after'] });
});

test('another tenant finds nothing of it, and the tenant nothing of what the staff keep', async () => {
  expect((await searchAs(testing.as(person('OWNER')), 'molino')).totalCount).toBe(0);
  const staff = testing.as(person('ADMIN', owner.viewer.tenantId));
  await staff.run(CREATE, { input: { name: 'Zacatecas account', phones: [{ value: '+905325550151' }] } });
  expect((await searchAs(staff, 'zacatecas')).totalCount).toBe(1);
  expect((await searchAs(staff, '+90 532 555 01 51')).totalCount).toBe(1);
  expect((await searchAs(owner, 'zacatecas')).totalCount).toBe(0);
  expect((await searchAs(owner, '0151')).totalCount).toBe(0);
});

test('a contact is found by what it is called now, and no longer when it was removed', async () => {
  const { createContact } = await owner.run<{ createContact: { id: string; version: number } }>(CREATE, {
    input: { name: 'Quetzal' },
  });
  const { id, version } = createContact;
  await owner.run('mutation ($id: ID!, $input: UpdateContactInput!) { updateContact(id: $id, input: $input) { id } }', {
    ...{ id, input: { version, name: 'Guacamaya' } },
  });
  expect([await titles('quetzal'), await titles('guacamaya')]).toEqual([[], ['Guacamaya']]);
  await owner.run('mutation ($id: ID!) { removeContact(id: $id) }', { id });
  expect(await titles('guacamaya')).toEqual([]);
  await owner.run('mutation ($id: ID!) { restoreContact(id: $id) { id } }', { id });
  expect(await titles('guacamaya')).toEqual(['Guacamaya']);
});

test('among thousands that say a word, what is called that comes first, however old, and nothing is listed twice', async () => {
  const viewer = testing.as(person('OWNER'));
  const admin = new Client({ connectionString: testing.databaseUrl });
  await admin.connect();
  await admin.query(
    `insert into crm.search_entry (id, tenant_id, side, kind, thing_id, title, body, updated_at)
     select gen_random_uuid(), $1, 'TENANT', case n when 0 then 'CONTACT' else 'NOTE' end, gen_random_uuid(),
       case n when 0 then 'Harina' when 1 then 'Pan de canela' else 'Harina ' || n end, 'Canela', now() + n * interval '1 second'
     from generate_series(0, 5000) n`,
    [viewer.viewer.tenantId],
  );
  await admin.end();
  const first = await searchAs(viewer, 'harina');
  expect(first.edges[0]?.node).toMatchObject({ kind: 'CONTACT', title: 'Harina' });
  expect((await searchAs(viewer, 'canela')).edges[0]?.node.title).toBe('Pan de canela');
  const pages = [first];
  for (let page = first; page.pageInfo.hasNextPage; pages.push(page))
    page = await searchAs(viewer, 'harina', { after: page.pageInfo.endCursor });
  const ids = pages.flatMap(({ edges }) => edges.map(({ node }) => node.id));
  expect(ids.length).toBeGreaterThanOrEqual(300);
  expect([ids.length, new Set(ids).size]).toEqual([first.totalCount, first.totalCount]);
});

test('words, titles and likeness are looked up in their indexes', async () => {
  const admin = new Client({ connectionString: testing.databaseUrl });
  await admin.connect();
  /** With so few rows any index of the tenant would do, so the others are away. */
  const planWithout = async (others: string, condition: string) => {
    await admin.query(`begin; set local enable_seqscan = off; drop index ${others}`);
    const { rows } = await admin.query(
      `explain select 1 from crm.search_entry where tenant_id = '${owner.viewer.tenantId}' and ${condition}`,
    );
    await admin.query('rollback');
    return JSON.stringify(rows);
  };
  const byTenant = 'crm.search_entry_tenant_id_updated_at_index';
  try {
    const byWords = await planWithout(
      `${byTenant}, crm.search_entry_titles, crm.search_entry_likeness`,
      `words @@ to_tsquery('simple', 'mun:*')`,
    );
    expect(byWords).toMatch(/search_entry_words.*Index Cond.*words @@/);
    const byTitles = await planWithout(
      `${byTenant}, crm.search_entry_words, crm.search_entry_likeness`,
      `to_tsvector('simple', folded) @@ to_tsquery('simple', 'mun:*')`,
    );
    expect(byTitles).toMatch(/search_entry_titles.*Index Cond.*to_tsvector/);
    const byLikeness = await planWithout(
      `${byTenant}, crm.search_entry_titles, crm.search_entry_words`,
      `'munos' <% folded`,
    );
    expect(byLikeness).toMatch(/search_entry_likeness.*Index Cond.*folded/);
  } finally {
    await admin.end();
  }
});
