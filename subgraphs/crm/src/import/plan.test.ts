import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { tenantsIn } from '../../test/tenants.ts';
import { uploadsForTest } from '../../test/upload.ts';
import { crm } from '../subgraph.ts';

const PLAN = `mutation ($file: ID!, $mapping: [ColumnMappingInput!], $options: ImportOptionsInput) {
  planImport(uploadId: $file, mapping: $mapping, options: $options) { id status }
}`;
const READ = `query ($id: ID!) { import(id: $id) {
  status failure fileName encoding delimiter hasHeader country dateOrder origin refusalCount warningCount progress { done total }
  rows { created updated duplicates unchanged refused }
  columns { name field group label isKept samples }
  refusals { line column value reason isOfRow } warnings { line column value reason }
  plan { totalCount edges { node { line kind state ofLine name contact { name } values { field before after } } } }
} }`;

interface Read {
  status: string;
  failure: string | null;
  rows: Record<string, number>;
  refusals: { line: number; column: string | null; value: string | null; reason: string; isOfRow: boolean }[];
  warnings: { line: number; reason: string }[];
  columns: { field: string | null; isKept: boolean }[];
  plan: {
    edges: { node: { line: number; kind: string; ofLine: number | null; name: string | null; values: Value[] } }[];
  };
}
interface Value {
  field: string;
  before: string[];
  after: string[];
}

let testing: TestSubgraph;
let uploads: Awaited<ReturnType<typeof uploadsForTest>>;
const tenants = tenantsIn('America/Chicago');
beforeAll(async () => {
  uploads = await uploadsForTest();
  testing = await testSubgraph(crm, { neighbours: tenants.answer, files: uploads.files });
});
afterAll(async () => {
  await testing.close();
  await uploads.close();
});

async function planned(viewer: TestViewer, file: string, more: object = {}): Promise<Read> {
  const { planImport } = await viewer.run<{ planImport: { id: string } }>(PLAN, { file, ...more });
  await untilPlanned(viewer, planImport.id);
  return (await viewer.run<{ import: Read }>(READ, { id: planImport.id })).import;
}

/** To see what it has of people each time would be an entry of the log each time. */
async function untilPlanned(viewer: TestViewer, id: string): Promise<void> {
  await vi.waitFor(
    async () => {
      const found = await viewer.run<{ import: Read }>('query ($id: ID!) { import(id: $id) { status } }', { id });
      expect(found.import.status).not.toBe('PLANNING');
    },
    { interval: 30 },
  );
}

const csv = (...lines: string[]) => Buffer.from(lines.join('\r\n'));
const kinds = ({ plan }: Read) => plan.edges.map(({ node }) => [node.line, node.kind, node.name]);
const valuesAt = ({ plan }: Read, line: number) =>
  Object.fromEntries(
    (plan.edges.find(({ node }) => node.line === line)?.node.values ?? []).map(({ field, after }) => [field, after]),
  );

test.each([
  ['google-contacts.csv', { created: 4, updated: 0, duplicates: 0, unchanged: 0, refused: 0 }, 'GOOGLE'],
  ['google-contacts-legacy-utf16le.csv', { created: 2, refused: 0 }, 'GOOGLE'],
  ['outlook-windows-1252.csv', { created: 1, refused: 1 }, 'OUTLOOK'],
  ['outlook-german-semicolon.csv', { created: 2, refused: 0 }, 'OUTLOOK'],
  ['hubspot-contacts.csv', { created: 1, duplicates: 1, refused: 1 }, 'HUBSPOT'],
  ['excel-turkish-bom-semicolon.csv', { created: 2, duplicates: 1 }, null],
  ['excel-unicode-text.txt', { created: 2 }, null],
  ['pipedrive-persons.csv', { created: 1 }, 'PIPEDRIVE'],
  ['mac-cr.csv', { created: 2 }, null],
  ['one-column.csv', { created: 2 }, null],
])('%s is planned as %j', async (name, rows, origin) => {
  const owner = testing.as(person('OWNER'));
  const found = await planned(owner, await uploads.sendCase(owner.viewer.tenantId, name));
  expect(found).toMatchObject({ status: 'PLANNED', failure: null, rows, origin, fileName: name });
});

test('two rows of one person become one contact, to whom nobody may write when one of them said so', async () => {
  const owner = testing.as(person('OWNER'));
  const found = await planned(owner, await uploads.sendCase(owner.viewer.tenantId, 'hubspot-contacts.csv'));
  const columns = found.columns.flatMap(({ field, isKept }) => (field ? [[field, isKept]] : []));
  expect(columns).toContainEqual(['STAGE', true]);
  expect(columns).toContainEqual(['EXTERNAL_ID', true]);
  expect(kinds(found)).toEqual([
    [2, 'CREATE', 'Nia Okafor'],
    [3, 'DUPLICATE', 'Nia Okafor'],
    [4, 'REFUSED', null],
  ]);
  expect(found.plan.edges[1]?.node.ofLine).toBe(2);
  expect(valuesAt(found, 2)).toMatchObject({
    DO_NOT_CONTACT: ['yes'],
    MAILS: expect.arrayContaining(['nia@okafor.test']),
    TAGS: ['stage: opportunity'],
    REFERENCES: ['hubspot:90071992547409931', 'hubspot:90071992547409932'],
  });
  expect(found.refusals).toMatchObject([{ line: 4, column: null, reason: 'NOTHING_TO_NAME_IT', isOfRow: true }]);
});

test('what is private is left out, and planned when it is chosen', async () => {
  const owner = testing.as(person('OWNER'));
  const file = await uploads.sendCase(owner.viewer.tenantId, 'outlook-windows-1252.csv');
  expect((await planned(owner, file)).refusals).toContainEqual({
    ...{ line: 4, column: 'Private', value: 'True', reason: 'PRIVATE', isOfRow: true },
  });
  const all = await planned(owner, file, { options: { includePrivate: true, country: 'fr' } });
  expect(all).toMatchObject({ rows: { created: 2, refused: 0 }, country: 'FR', warnings: [{}, { reason: 'PRIVATE' }] });
});

test('who is there already is changed only where something is new, and known by mail, number, or a name alone', async () => {
  const owner = testing.as(person('OWNER'));
  for (const input of [
    { name: 'Ada Muñoz', company: 'Muñoz', mails: [{ value: 'ada@example.test' }], tags: ['VIP'] },
    { name: 'Berk Işık', phones: [{ value: '+905325550131' }] },
    { name: 'Solo' },
    { name: 'Front desk', mails: [{ value: 'info@hotel.test' }] },
  ])
    await owner.run('mutation ($input: CreateContactInput!) { createContact(input: $input) { id } }', { input });
  const rows = csv(
    'Name,E-mail,Phone,Company,Tags',
    'Ada MUNOZ,Ada@Example.test,+1 323 555 0142,Other,vip;New',
    'Berk Isik,,+90 532 555 01 31,,',
    'Solo,,,,',
    'Front desk,info@hotel.test,,,',
    'Housekeeping,info@hotel.test,,,',
    'Zoe Other,ada@example.test,,,',
    'Ada Muñoz,ada@example.test,,Another,',
  );
  const found = await planned(owner, await uploads.send(owner.viewer.tenantId, rows));
  expect(kinds(found).map(([, kind]) => kind)).toEqual([
    ...['UPDATE', 'DUPLICATE', 'UNCHANGED', 'UNCHANGED', 'CREATE', 'CREATE', 'DUPLICATE'],
  ]);
  expect(found.plan.edges[0]?.node.values).toEqual([
    { field: 'TAGS', before: ['VIP'], after: ['VIP', 'New'] },
    { field: 'PHONES', before: [], after: ['+13235550142'] },
  ]);
  const replaced = await planned(owner, await uploads.send(owner.viewer.tenantId, rows), {
    options: { overwrite: true },
  });
  expect(replaced.plan.edges[0]?.node.values).toContainEqual({
    field: 'COMPANY',
    before: ['Muñoz'],
    after: ['Another'],
  });
});

test('a row that is a thousand rows behind another one of the same person adds to that', async () => {
  const owner = testing.as(person('OWNER'));
  const others = Array.from({ length: 1_100 }, (_, at) => `Someone${at},someone${at}@test.test,`);
  const rows = csv('Name,E-mail,Tags', 'Ana,ana@test.test,one', ...others, 'Ana,ana@test.test,two');
  const found = await planned(owner, await uploads.send(owner.viewer.tenantId, rows));
  expect(found.rows).toMatchObject({ created: 1_101, duplicates: 1 });
  expect(valuesAt(found, 2)).toMatchObject({ NAME: ['Ana'], TAGS: ['one', 'two'] });
});

test('what a column means, and how the file is written, may be said otherwise', async () => {
  const owner = testing.as(person('OWNER'));
  const file = await uploads.send(owner.viewer.tenantId, csv('a;b;c', 'Ana;ana@test.test;03/04/1990'));
  const found = await planned(owner, file, {
    mapping: [
      { column: 'a', field: 'NAME' },
      { column: 'b', field: 'MAIL', label: 'home' },
      { column: 'c', field: 'BIRTHDAY' },
    ],
    options: { dateOrder: 'DMY' },
  });
  expect(found).toMatchObject({
    ...{ rows: { created: 1 }, delimiter: ';', dateOrder: 'DMY' },
    columns: [
      { name: 'a', field: 'NAME', isKept: true, samples: ['Ana'] },
      { name: 'b', field: 'MAIL', label: 'home', samples: ['ana@test.test'] },
      { name: 'c', field: 'BIRTHDAY' },
    ],
  });
  const headless = await planned(owner, file, {
    options: { hasHeader: false },
    mapping: [{ column: 'Column 1', field: 'NAME' }],
  });
  expect(kinds(headless)).toEqual([
    [1, 'CREATE', 'a'],
    [2, 'CREATE', 'Ana'],
  ]);
  const wrong = await planned(owner, file, { mapping: [{ column: 'd', field: 'NAME' }] });
  expect(wrong).toMatchObject({ status: 'FAILED', failure: 'UNKNOWN_COLUMN' });
});

test.each([
  ['empty.csv', 'EMPTY_FILE'],
  ['header-only.csv', 'NO_ROWS'],
  ['picture.csv', 'NOT_TEXT'],
])('%s is refused at once as %s', async (name, reason) => {
  const owner = testing.as(person('OWNER'));
  const file = await uploads.sendCase(owner.viewer.tenantId, name);
  expect(await owner.refusal(PLAN, { file })).toMatchObject({ code: 'BAD_USER_INPUT', reason, path: ['uploadId'] });
});

test('a file of more than 200,000 rows is refused before any of them is planned', async () => {
  const owner = testing.as(person('OWNER'));
  const rows = Buffer.from(`Name\n${'Ana\n'.repeat(200_001)}`);
  const found = await planned(owner, await uploads.send(owner.viewer.tenantId, rows));
  expect(found).toMatchObject({
    status: 'FAILED',
    failure: 'TOO_MANY_ROWS',
    progress: { done: 0 },
    plan: { edges: [] },
  });
});

test('a file of another tenant, no file, and one that is for something else are none', async () => {
  const [owner, other] = [testing.as(person('OWNER')), testing.as(person('OWNER'))];
  const file = await uploads.sendCase(other.viewer.tenantId, 'one-column.csv');
  for (const id of [file, '../../x', 'a'])
    expect(await owner.refusal(PLAN, { file: id })).toMatchObject({ code: 'NOT_FOUND' });
  const video = await uploads.send(owner.viewer.tenantId, csv('a', 'b'), { type: 'video/mp4' });
  expect(await owner.refusal(PLAN, { file: video })).toMatchObject({ reason: 'NOT_TEXT' });
});

test('an import is of its tenant and its book alone', async () => {
  const owner = testing.as(person('OWNER'));
  const { tenantId } = owner.viewer;
  const staff = testing.as({ ...person('ADMIN', tenantId), scopes: [...person('ADMIN').scopes, 'platform:admin'] });
  const file = await uploads.sendCase(tenantId, 'google-contacts.csv');
  const { planImport } = await staff.run<{ planImport: { id: string } }>(PLAN, { file });
  await untilPlanned(staff, planImport.id);
  expect(await staff.run(READ, { id: planImport.id })).toMatchObject({
    import: { status: 'PLANNED', rows: { created: 4 } },
  });
  for (const viewer of [owner, testing.as(person('OWNER'))])
    expect(await viewer.run(READ, { id: planImport.id })).toEqual({ import: null });
  expect(await owner.ofTenant('imports { totalCount }')).toEqual({ imports: { totalCount: 0 } });
  expect(await staff.ofTenant('imports { totalCount }')).toEqual({ imports: { totalCount: 1 } });
});

test('who may not see how people are reached sees masks, and whoever does is in the log', async () => {
  const owner = testing.as(person('OWNER'));
  const file = await uploads.sendCase(owner.viewer.tenantId, 'excel-turkish-bom-semicolon.csv');
  const { planImport } = await owner.run<{ planImport: { id: string } }>(PLAN, { file });
  const marketer = testing.as(person('MARKETER', owner.viewer.tenantId));
  const read = async (viewer: TestViewer) => (await viewer.run<{ import: Read }>(READ, { id: planImport.id })).import;
  await untilPlanned(owner, planImport.id);
  expect(JSON.stringify(await read(marketer))).not.toMatch(/ipek@isik|5325550132/i);
  expect(JSON.stringify(await read(owner))).toMatch(/ipek@isik/i);
  await vi.waitFor(async () => {
    const shown = (await testing.audits()).flatMap(({ action, records }) => (action === 'unmask' ? records : []));
    expect(shown.filter(({ nounId }) => nounId === planImport.id)).toMatchObject([{ noun: 'Import' }]);
  });
});

test('only so many plans wait at a time, and one that is cancelled makes room', async () => {
  const owner = testing.as(person('OWNER'));
  const file = await uploads.send(owner.viewer.tenantId, csv('Name', 'Ana'));
  const ids: string[] = [];
  for (let plan = 0; plan < 20; plan += 1)
    ids.push((await owner.run<{ planImport: { id: string } }>(PLAN, { file })).planImport.id);
  expect(await owner.refusal(PLAN, { file })).toMatchObject({ code: 'CONFLICT', reason: 'TOO_MANY_PLANS' });
  await owner.run('mutation ($id: ID!) { cancelImport(id: $id) { id } }', { id: ids[0] });
  await owner.run(PLAN, { file });
});
