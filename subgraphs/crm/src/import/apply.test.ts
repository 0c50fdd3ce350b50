import { eventIn } from '@mycelium/bus/event-in';
import { feedKey } from '@mycelium/bus/feed-key';
import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { tenantsIn } from '../../test/tenants.ts';
import { uploadsForTest } from '../../test/upload.ts';
import { crm } from '../subgraph.ts';

const PLAN = `mutation ($file: ID!, $mapping: [ColumnMappingInput!], $options: ImportOptionsInput) {
  planImport(uploadId: $file, mapping: $mapping, options: $options) { id }
}`;
const APPLY = 'mutation ($id: ID!) { applyImport(id: $id) { id status } }';
const UNDO = 'mutation ($id: ID!) { undoImport(id: $id) { id status } }';
const READ = `query ($id: ID!) { import(id: $id) {
  status failure writtenCount stayedCount appliedAt undoUntil undoneAt progress { done total }
  rows { created updated duplicates unchanged refused } refusals { line reason }
  plan { edges { node { line kind state reason kept contact { id name } } } }
} }`;
const CONTACTS = `contacts { totalCount edges { node {
  id version kind name company tags department doNotContact { reason } mails { value label } phones { value } addresses { city } birthday references { system id }
  notes { edges { node { id content author { id } } } } timeline { edges { node { kind facts actor { id } } } }
  duplicates { rank }
} } }`;

interface Row {
  line: number;
  kind: string;
  state: string;
  reason: string | null;
  kept: string[];
  contact: { id: string; name: string } | null;
}
interface Read {
  status: string;
  rows: Record<string, number>;
  writtenCount: number;
  stayedCount: number;
  refusals: { line: number; reason: string }[];
  plan: { edges: { node: Row }[] };
}
interface Found {
  id: string;
  version: number;
  name: string;
  company: string | null;
  tags: string[];
  mails: { value: string }[];
  phones: { value: string }[];
  birthday: string | null;
  references: { system: string; id: string }[];
  notes: { edges: { node: { id: string; content: string; author: { id: string } } }[] };
  timeline: { edges: { node: { kind: string; actor: { id: string } } }[] };
  duplicates: { rank: string }[];
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

const csv = (...lines: string[]) => Buffer.from(lines.join('\r\n'));
const send = (viewer: TestViewer, ...lines: string[]) => uploads.send(viewer.viewer.tenantId, csv(...lines));
const read = async (viewer: TestViewer, id: string) => (await viewer.run<{ import: Read }>(READ, { id })).import;

/** Waits until the import has this status. */
const until = (viewer: TestViewer, id: string, status: string) =>
  vi.waitFor(
    async () => {
      const found = await read(viewer, id);
      expect(found.status).toBe(status);
      return found;
    },
    { interval: 30 },
  );

async function plan(viewer: TestViewer, file: string, more: object = {}): Promise<string> {
  const { planImport } = await viewer.run<{ planImport: { id: string } }>(PLAN, { file, ...more });
  await until(viewer, planImport.id, 'PLANNED');
  return planImport.id;
}

async function apply(viewer: TestViewer, id: string): Promise<Read> {
  await viewer.run(APPLY, { id });
  return until(viewer, id, 'APPLIED');
}

const contacts = async (viewer: TestViewer) => {
  const { contacts: found } = await viewer.ofTenant<{ contacts: { edges: { node: Found }[] } }>(CONTACTS);
  return found.edges.map(({ node }) => node);
};
const imported = async (viewer: TestViewer, ...lines: string[]) => {
  const id = await plan(viewer, await send(viewer, ...lines));
  await apply(viewer, id);
  return id;
};

test('what was planned is written, as if somebody had written each contact: found, on its timeline, with its note', async () => {
  const owner = testing.as(person('OWNER'));
  const id = await plan(owner, await uploads.sendCase(owner.viewer.tenantId, 'google-contacts.csv'));
  expect(await contacts(owner)).toEqual([]);
  const applied = await apply(owner, id);
  expect(applied).toMatchObject({ rows: { created: 4 }, writtenCount: 4, progress: { done: 4, total: 4 } });
  const found = await contacts(owner);
  expect(found.map(({ name }) => name)).toEqual(['Efe Yıldız', 'Gas & Ice 24h', 'Marisol Ibáñez', 'Solo']);
  expect(found[2]).toMatchObject({
    ...{ company: 'Harina del Valle', tags: ['Proveedores'], mails: [{ value: 'marisol@harina.test', label: 'Work' }] },
    phones: [{ value: '+13235550117' }, { value: '+13235550118' }, { value: '+13235550119' }],
    addresses: [{ city: 'Los Angeles' }],
    notes: {
      edges: [{ node: { content: expect.stringContaining('Entrega los martes.'), author: { id: owner.viewer.id } } }],
    },
    timeline: { edges: [{ node: { kind: 'CONTACT_IMPORTED', actor: { id: owner.viewer.id } } }] },
  });
  for (const text of ['ibanez', '0117', 'marisol@harina.test'])
    expect(
      await owner.ofTenant('searchCrm(text: $text) { edges { node { title } } }', { text }, '$text: String!'),
    ).toEqual({
      searchCrm: { edges: [{ node: { title: 'Marisol Ibáñez' } }] },
    });
  expect(applied.plan.edges.map(({ node }) => [node.state, node.contact?.name])).toContainEqual(['WRITTEN', 'Solo']);
});

test.each(['google-contacts.csv', 'hubspot-contacts.csv', 'excel-turkish-bom-semicolon.csv', 'one-column.csv'])(
  '%s a second time changes nothing',
  async (name) => {
    const owner = testing.as(person('OWNER'));
    const file = await uploads.sendCase(owner.viewer.tenantId, name);
    await apply(owner, await plan(owner, file));
    const before = await contacts(owner);
    const again = await plan(owner, await uploads.sendCase(owner.viewer.tenantId, name));
    expect((await read(owner, again)).rows).toMatchObject({ created: 0, updated: 0 });
    expect(await apply(owner, again)).toMatchObject({ writtenCount: 0 });
    expect(await contacts(owner)).toEqual(before);
  },
);

test('what we export is unchanged when it is imported, and the file wins where somebody has changed it', async () => {
  const owner = testing.as(person('OWNER'));
  await imported(owner, 'Name,E-mail,Company,Tags', 'Ana,ana@test.test,Molino,"a;b"', 'Bea,bea@test.test,,');
  const { exportContacts } = await owner.ofTenant<{ exportContacts: { csv: string } }>('exportContacts { csv }');
  const same = await plan(owner, await uploads.send(owner.viewer.tenantId, Buffer.from(exportContacts.csv)));
  expect((await read(owner, same)).rows).toMatchObject({ unchanged: 2, updated: 0 });
  const changed = exportContacts.csv.replace('Molino', 'Horno').replace('Bea', 'Beatriz');
  await apply(owner, await plan(owner, await uploads.send(owner.viewer.tenantId, Buffer.from(changed))));
  expect((await contacts(owner)).map(({ name, company }) => [name, company])).toEqual([
    ['Ana', 'Horno'],
    ['Beatriz', null],
  ]);
});

const hubspot = (id: string, name: string, mail: string, stage: string, birthday = '') =>
  `${id},${name},${mail},${stage},${birthday}`;
const HUBSPOT = 'Record ID,First Name,Email,Lifecycle Stage,Date of birth';

test('whom another system calls by an id is known by that, whatever else has changed there', async () => {
  const owner = testing.as(person('OWNER'));
  await imported(owner, HUBSPOT, hubspot('90071992547409931', 'Nia', 'nia@test.test', 'lead', '1990-03-09'));
  const [nia] = await contacts(owner);
  const references = [{ system: 'hubspot', id: '90071992547409931' }];
  expect(nia).toMatchObject({ references, birthday: '1990-03-09', tags: ['stage: lead'] });
  const rows = [
    hubspot('90071992547409931', 'Nadia', 'new@test.test', 'customer'),
    hubspot('"9,00719925474E+16"', 'Lost', 'lost@test.test', 'lead'),
  ];
  const id = await plan(owner, await send(owner, HUBSPOT, ...rows), { options: { overwrite: true } });
  const applied = await apply(owner, id);
  expect(applied.refusals).toEqual([{ line: 3, reason: 'WRONG_FORM' }]);
  const [lost, now] = await contacts(owner);
  expect(now).toMatchObject({ id: nia?.id, name: 'Nadia', references, tags: ['stage: customer'] });
  expect(lost).toMatchObject({ name: 'Lost', references: [] });
  await owner.run(UNDO, { id });
  await until(owner, id, 'UNDONE');
  expect(await contacts(owner)).toMatchObject([{ name: 'Nia', references, tags: ['stage: lead'] }]);
});

test('an id that somebody else has by now is given to nobody twice', async () => {
  const owner = testing.as(person('OWNER'));
  await imported(owner, 'Name,E-mail', 'Nia,nia@test.test');
  const rows = [hubspot('1', 'Nia', 'nia@test.test', ''), hubspot('2', 'Ola', 'ola@test.test', '')];
  const id = await plan(owner, await send(owner, HUBSPOT, ...rows));
  for (const at of ['1', '2'])
    await owner.run('mutation ($input: CreateContactInput!) { createContact(input: $input) { id } }', {
      input: { name: `Other ${at}`, references: [{ system: 'hubspot', id: at }] },
    });
  expect(await apply(owner, id)).toMatchObject({
    ...{ writtenCount: 0, refusals: [2, 3].map((line) => ({ line, reason: 'CHANGED_SINCE' })) },
  });
});

test('an id without a system is kept only where its column says whose it is', async () => {
  const owner = testing.as(person('OWNER'));
  const file = await send(owner, 'ID,Name,E-mail', '17,Ana,ana@test.test');
  const id = await plan(owner, file, { mapping: [{ column: 'ID', field: 'EXTERNAL_ID', label: 'Toast POS' }] });
  await imported(owner, 'ID,Name,E-mail', '17,Bea,bea@test.test');
  await apply(owner, id);
  expect((await contacts(owner)).map(({ name, references }) => [name, references])).toEqual([
    ['Ana', [{ system: 'toast-pos', id: '17' }]],
    ['Bea', []],
  ]);
});

test('a partner whose contact an import has changed is found by that', async () => {
  const owner = testing.as(person('OWNER'));
  await imported(owner, 'Name,E-mail', 'Ana,ana@test.test');
  const [ana] = await contacts(owner);
  await owner.run('mutation ($input: RegisterPartnerInput!) { registerPartner(input: $input) { id } }', {
    input: { contactId: ana?.id, idempotencyKey: 'ana' },
  });
  const id = await imported(owner, 'Name,E-mail,Company', 'Ana,ana@test.test,Panadería');
  const kinds = async () => {
    const found = await owner.ofTenant<{ searchCrm: { edges: { node: { kind: string } }[] } }>(
      'searchCrm(text: "panaderia") { edges { node { kind } } }',
    );
    return found.searchCrm.edges.map(({ node }) => node.kind).toSorted();
  };
  expect(await kinds()).toEqual(['CONTACT', 'PARTNER']);
  await owner.run(UNDO, { id });
  await until(owner, id, 'UNDONE');
  expect(await kinds()).toEqual([]);
});

test('a contact that was changed since is refused, and all others are written', async () => {
  const owner = testing.as(person('OWNER'));
  await imported(owner, 'Name,E-mail', 'Ana,ana@test.test', 'Bea,bea@test.test');
  const id = await plan(owner, await send(owner, 'Name,E-mail,Tags', 'Ana,ana@test.test,x', 'Bea,bea@test.test,y'));
  const [ana] = await contacts(owner);
  await owner.run('mutation ($id: ID!, $input: UpdateContactInput!) { updateContact(id: $id, input: $input) { id } }', {
    id: ana?.id,
    input: { version: ana?.version, company: 'Other' },
  });
  expect(await apply(owner, id)).toMatchObject({
    ...{ rows: { updated: 1, refused: 1 }, refusals: [{ line: 2, reason: 'CHANGED_SINCE' }], writtenCount: 1 },
  });
  expect((await contacts(owner)).map(({ tags }) => tags)).toEqual([[], ['y']]);
});

test('of two imports of the same file that were planned at once, the second writes nobody twice', async () => {
  const owner = testing.as(person('OWNER'));
  const rows = ['Name,E-mail', 'Ana,ana@test.test', 'Bea,bea@test.test'];
  const [one, other] = [await plan(owner, await send(owner, ...rows)), await plan(owner, await send(owner, ...rows))];
  await Promise.all([owner.run(APPLY, { id: one }), owner.run(APPLY, { id: other }), owner.run(APPLY, { id: one })]);
  const both = [await until(owner, one, 'APPLIED'), await until(owner, other, 'APPLIED')];
  expect(both.map(({ writtenCount }) => writtenCount).toSorted()).toEqual([0, 2]);
  expect(await contacts(owner)).toHaveLength(2);
  expect(await owner.ofTenant('searchCrm(text: "ana") { totalCount }')).toEqual({ searchCrm: { totalCount: 1 } });
});

test('an import is undone: what it created goes, what it changed is as it was', async () => {
  const owner = testing.as(person('OWNER'));
  await imported(owner, 'Name,E-mail,Company', 'Ana,ana@test.test,Molino');
  const [before] = await contacts(owner);
  const id = await imported(
    owner,
    ...[
      'Name,E-mail,Phone,Tags,Notes,City',
      'Ana,ana@test.test,+1 323 555 0142,new,Said yes,Puebla',
      'Bea,bea@test.test,,,,',
    ],
  );
  expect(await contacts(owner)).toMatchObject([
    { tags: ['new'], phones: [{}], notes: { edges: [{}] } },
    { name: 'Bea' },
  ]);
  await owner.run(UNDO, { id });
  expect(await until(owner, id, 'UNDONE')).toMatchObject({ stayedCount: 0 });
  const [after, ...others] = await contacts(owner);
  expect(others).toEqual([]);
  const said = ({ id: contactId, name, company, tags, mails, phones, notes }: Found) => [
    contactId,
    name,
    company,
    tags,
    mails,
    phones,
    notes,
  ];
  expect(after && said(after)).toEqual(before && said(before));
  expect(after?.timeline.edges.map(({ node }) => node.kind)).toEqual([
    'IMPORT_UNDONE',
    'CONTACT_IMPORT_UPDATED',
    'CONTACT_IMPORTED',
  ]);
  expect(await owner.ofTenant('searchCrm(text: "bea") { totalCount }')).toEqual({ searchCrm: { totalCount: 0 } });
  await owner.run(UNDO, { id });
  expect(await read(owner, id)).toMatchObject({ status: 'UNDONE' });
});

test('what was used or changed since an import stays when it is undone, and is listed', async () => {
  const owner = testing.as(person('OWNER'));
  const id = await imported(
    owner,
    ...[
      'Name,E-mail,Notes',
      'Ana,ana@test.test,own note',
      'Bea,bea@test.test,',
      'Cem,cem@test.test,',
      'Dee,dee@test.test,',
      'Eve,eve@test.test,',
    ],
  );
  const [ana, bea, cem, dee] = await contacts(owner);
  await owner.run('mutation ($input: CreateNoteInput!) { createNote(input: $input) { id } }', {
    input: { subject: { kind: 'CONTACT', id: bea?.id }, content: 'Called.' },
  });
  await owner.run('mutation ($id: ID!, $input: UpdateContactInput!) { updateContact(id: $id, input: $input) { id } }', {
    id: cem?.id,
    input: { version: 1, company: 'Other' },
  });
  await owner.run('mutation ($input: CreateActivityInput!) { createActivity(input: $input) { id } }', {
    input: { type: 'CALL', title: 'Ask', subject: { kind: 'CONTACT', id: dee?.id } },
  });
  await owner.run(UNDO, { id });
  const undone = await until(owner, id, 'UNDONE');
  expect(undone.plan.edges.map(({ node }) => [node.line, node.state, node.reason])).toEqual([
    [2, 'UNDONE', null],
    [3, 'STAYED', 'USED_SINCE'],
    [4, 'STAYED', 'CHANGED_SINCE'],
    [5, 'STAYED', 'USED_SINCE'],
    [6, 'UNDONE', null],
  ]);
  expect(undone.plan.edges.map(({ node }) => node.kept)).toEqual([[], [], ['COMPANY'], [], []]);
  expect(undone).toMatchObject({ stayedCount: 3 });
  expect((await contacts(owner)).map(({ name }) => name)).toEqual(['Bea', 'Cem', 'Dee']);
  expect(ana?.notes.edges).toHaveLength(1);
});

test('of a contact that was changed since, an undo takes back the fields that nobody has touched, and names the others', async () => {
  const owner = testing.as(person('OWNER'));
  const update = (contact: Found | undefined, input: object) =>
    owner.run('mutation ($id: ID!, $input: UpdateContactInput!) { updateContact(id: $id, input: $input) { id } }', {
      id: contact?.id,
      input: { version: contact?.version, ...input },
    });
  const people = ['Ana', 'Bea', 'Cem', 'Dan'];
  const mail = (name: string) => `${name.toLowerCase()}@test.test`;
  await imported(owner, 'Name,E-mail', ...people.map((name) => `${name},${mail(name)}`));
  const before = await contacts(owner);
  const id = await imported(
    owner,
    'Name,E-mail,Phone,Company,Tags,Notes,Birthday',
    ...people.map((name, at) => `${name},${mail(name)},+1 323 555 014${at},Horno,new,Said yes,1990-03-09`),
  );
  const [ana, bea, cem, dan] = await contacts(owner);
  await update(ana, { company: 'Own', phones: [{ value: '+13235550149' }] });
  await update(bea, { role: 'Chef' });
  await update(cem, { company: null, mails: [{ value: 'other@test.test' }] });
  await owner.run('mutation ($id: ID!, $input: UpdateNoteInput!) { updateNote(id: $id, input: $input) { id } }', {
    ...{ id: dan?.notes.edges[0]?.node.id, input: { version: 1, content: 'Said perhaps.' } },
  });
  await owner.run(UNDO, { id });
  const undone = await until(owner, id, 'UNDONE');
  expect(undone.plan.edges.map(({ node }) => [node.state, node.reason, node.kept])).toEqual([
    ['STAYED', 'CHANGED_SINCE', ['COMPANY', 'PHONES']],
    ['UNDONE', null, []],
    ['UNDONE', null, []],
    ['STAYED', 'CHANGED_SINCE', ['NOTE']],
  ]);
  expect(undone).toMatchObject({ stayedCount: 2 });
  const facts = ({ version: _, timeline: __, ...contact }: Found) => contact;
  const [one, two, three, four] = (await contacts(owner)).map(facts);
  const [was, ...others] = before.map(facts);
  expect(one).toEqual({ ...was, company: 'Own', phones: [{ value: '+13235550149' }] });
  expect(two).toEqual(others[0]);
  expect(three).toEqual({ ...others[1], mails: [{ value: 'other@test.test', label: null }] });
  expect(four).toMatchObject({ ...others[2], notes: { edges: [{ node: { content: 'Said perhaps.' } }] } });
});

test('of those who are imported HR hears of who is to work here alone, and the feed of all in one event', async () => {
  const owner = testing.as(person('OWNER'));
  const rows = [
    'Name,E-mail,Department,What',
    'Ana,ana@test.test,Kitchen,PERSON',
    'Bea,bea@test.test,Kitchen,USER',
    'Cem,,Kitchen,USER',
  ];
  const id = await plan(owner, await send(owner, ...rows), { mapping: [{ column: 'What', field: 'KIND' }] });
  expect(await apply(owner, id)).toMatchObject({
    refusals: [{ line: 4, reason: 'NO_MAIL_TO_WORK_HERE' }],
    writtenCount: 2,
  });
  await vi.waitFor(async () => {
    const key = feedKey(String(owner.viewer.tenantId));
    const entries = await testing.subgraph.work(({ redis }) => redis.xrange(key, '-', '+'));
    const told = entries
      .map(([, [, json = '']]) => eventIn(json))
      .filter((event) => !/^(?:import|timeline)/.test(event?.type ?? ''));
    expect(told).toMatchObject([
      { type: 'contact.imported', payload: { importId: id, count: 2 } },
      { type: 'user.created', payload: { email: 'bea@test.test', department: 'Kitchen' } },
    ]);
  });
});

test('who may be there twice after an import is found behind it', async () => {
  const owner = testing.as(person('OWNER'));
  await imported(owner, 'Name,E-mail', 'Ana Muñoz,ana@test.test');
  await imported(owner, 'Name,E-mail', 'Munoz Ana,other@test.test');
  await vi.waitFor(async () =>
    expect((await contacts(owner)).map(({ duplicates }) => duplicates)).toEqual([
      [{ rank: 'LIKELY' }],
      [{ rank: 'LIKELY' }],
    ]),
  );
});

test('a plan that is cancelled, undone, or of somebody else is not applied', async () => {
  const owner = testing.as(person('OWNER'));
  const id = await plan(owner, await send(owner, 'Name', 'Ana'));
  const stranger = testing.as(person('OWNER'));
  for (const mutation of [APPLY, UNDO, 'mutation ($id: ID!) { cancelImport(id: $id) { id } }'])
    expect(await stranger.refusal(mutation, { id })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await owner.refusal(UNDO, { id })).toMatchObject({ code: 'CONFLICT', reason: 'IMPORT_MOVED_ON' });
  await owner.run('mutation ($id: ID!) { cancelImport(id: $id) { status } }', { id });
  expect(await owner.refusal(APPLY, { id })).toMatchObject({ code: 'CONFLICT', reason: 'IMPORT_MOVED_ON' });
  expect(await contacts(owner)).toEqual([]);
});

test('the rows with refusals are a table that is mended and imported', async () => {
  const owner = testing.as(person('OWNER'));
  const { tenantId } = owner.viewer;
  const id = await plan(owner, await uploads.sendCase(tenantId, 'excel-turkish-bom-semicolon.csv'));
  await apply(owner, id);
  const { import: of } = await owner.run<{ import: { refusedRows: { csv: string } } }>(
    'query ($id: ID!) { import(id: $id) { refusedRows { csv hasNextPage } } }',
    { id },
  );
  expect(of.refusedRows.csv.split('\r\n').at(1)).toMatch(/,Telefon: PHONE_LOST_BY_SPREADSHEET$/);
  const mended = of.refusedRows.csv.replace('"9,05321E+11"', '+90 532 555 01 39');
  await apply(owner, await plan(owner, await uploads.send(tenantId, Buffer.from(mended))));
  expect((await contacts(owner)).flatMap(({ phones }) => phones)).toContainEqual({ value: '+905325550139' });
  const marketer = testing.as(person('MARKETER', tenantId));
  expect(await marketer.refusal('query ($id: ID!) { import(id: $id) { refusedRows { csv } } }', { id })).toMatchObject({
    code: 'FORBIDDEN',
  });
});

test('tags of a file stand as they stand in the book, once each, and new ones are told', async () => {
  const owner = testing.as(person('OWNER'));
  const told = await owner.follow('subscription ($t: ID!) { tagChanged(tenantId: $t) { kind tag { name } } }', {
    t: owner.viewer.tenantId,
  });
  const next = async () => (await told.next()).value?.data?.tagChanged;
  await owner.run('mutation { createContact(input: { name: "Ada", tags: ["VIP"] }) { id } }');
  expect(await next()).toEqual({ kind: 'CREATED', tag: { name: 'VIP' } });
  await imported(owner, 'Name,Tags', 'Bea,vip;New one', 'Cem,"new  one;New One"', 'Dan,');
  const tags = (await contacts(owner)).map((contact) => [contact.name, contact.tags] as const);
  expect(Object.fromEntries(tags)).toEqual({ Ada: ['VIP'], Bea: ['VIP', 'New one'], Cem: ['New one'], Dan: [] });
  expect(await next()).toEqual({ kind: 'CREATED', tag: { name: 'New one' } });
  await told.return?.();
});
