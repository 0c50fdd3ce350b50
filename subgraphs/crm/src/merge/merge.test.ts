import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tenantsIn } from '../../test/tenants.ts';
import { crm } from '../subgraph.ts';
import { belongings } from './move-rows.ts';

const CREATE = 'mutation ($input: CreateContactInput!) { createContact(input: $input) { id version } }';
const MERGE = `mutation ($primary: ID!, $others: [ID!]!, $choices: [MergeChoiceInput!], $versions: [ContactVersionInput!]) {
  mergeContacts(primaryId: $primary, otherIds: $others, choices: $choices, versions: $versions) { id otherIds left { what count } }
}`;
const UNDO = 'mutation ($id: ID!) { undoMerge(id: $id) { name merges { undoneAt left { what count } } } }';
const UPDATE = 'mutation ($id: ID!, $input: UpdateContactInput!) { updateContact(id: $id, input: $input) { version } }';
const READ = `query ($id: ID!) { contact(id: $id) {
  kind name company role tags doNotContact { reason } mergedInto { id }
  mails { value label } phones { value label } birthday references { system id }
  notes { edges { node { content } } } activities { edges { node { title } } }
} }`;

interface Read {
  contact: {
    name: string;
    company: string | null;
    tags: string[];
    mergedInto: { id: string } | null;
    mails: { value: string }[];
    phones: { value: string }[];
    birthday: string | null;
    references: { system: string; id: string }[];
    notes: { edges: { node: { content: string } }[] };
    activities: { edges: { node: { title: string } }[] };
  };
}

let testing: TestSubgraph;
beforeAll(async () => {
  testing = await testSubgraph(crm, { neighbours: tenantsIn('America/Chicago').answer });
});
afterAll(() => testing.close());

const make = async (owner: TestViewer, input: object) =>
  (await owner.run<{ createContact: { id: string; version: number } }>(CREATE, { input })).createContact;
const read = async (owner: TestViewer, id: string) => (await owner.run<Read>(READ, { id })).contact;
const note = (owner: TestViewer, id: string, content: string) =>
  owner.run('mutation ($input: CreateNoteInput!) { createNote(input: $input) { id } }', {
    input: { subject: { kind: 'CONTACT', id }, content },
  });
const plan = (owner: TestViewer, id: string, title: string) =>
  owner.run('mutation ($input: CreateActivityInput!) { createActivity(input: $input) { id } }', {
    input: { subject: { kind: 'CONTACT', id }, title, type: 'CALL' },
  });
const merge = async (owner: TestViewer, primary: string, others: string[], more: object = {}) =>
  (await owner.run<{ mergeContacts: { id: string } }>(MERGE, { primary, others, ...more })).mergeContacts.id;

const mill = {
  ...{ name: 'Molino Real', company: 'Molino Real S.A.', tags: ['maíz'], kind: 'ORGANISATION' },
  mails: [{ value: 'ventas@molino.test', label: 'sales' }],
  phones: [{ value: '+52 222 555 0126' }],
};
const known = { birthday: '1990-03-09', references: [{ system: 'hubspot', id: '17' }] };
const again = {
  ...{ name: 'Molino Real (Puebla)', role: 'Supplier', tags: ['Maíz', 'puebla'], kind: 'ORGANISATION' },
  mails: [{ value: 'VENTAS@molino.test' }, { value: 'pagos@molino.test' }],
  phones: [{ value: '+52 222 555 0199', label: 'mobile' }],
  doNotContact: { reason: 'asked' },
};

test('what a merge would make is shown before, and is what it makes', async () => {
  const owner = testing.as(person('OWNER'));
  const [one, other] = [await make(owner, mill), await make(owner, { ...again, doNotContact: { reason: 'asked' } })];
  await note(owner, other.id, 'Pays on Fridays.');
  await plan(owner, other.id, 'Call');
  const PREVIEW = `query ($primary: ID!, $others: [ID!]!, $choices: [MergeChoiceInput!]) {
    mergePreview(primaryId: $primary, otherIds: $others, choices: $choices) {
      name company role tags doNotContact { reason } moves { what count }
    }
  }`;
  const choices = [{ field: 'NAME', contactId: other.id }];
  const { mergePreview } = await owner.run<{ mergePreview: { moves: { what: string; count: number }[] } }>(PREVIEW, {
    ...{ primary: one.id, others: [other.id], choices },
  });
  const { moves, ...result } = mergePreview;
  expect(Object.fromEntries(moves.map(({ what, count }) => [what, count]))).toMatchObject({
    ...{ note: 1, activity: 1, contact_mail: 1, contact_phone: 1 },
  });
  expect(await read(owner, one.id)).toMatchObject({ name: 'Molino Real', notes: { edges: [] } });
  await merge(owner, one.id, [other.id], { choices });
  expect(await read(owner, one.id)).toMatchObject(result);
  const stranger = testing.as(person('OWNER'));
  expect(await stranger.refusal(PREVIEW, { primary: one.id, others: [other.id] })).toMatchObject({ code: 'NOT_FOUND' });
});

test('two become one with all that both had, and several again', async () => {
  const owner = testing.as(person('OWNER'));
  const mine = { ...mill, references: [{ system: 'hubspot', id: '4' }] };
  const [one, other] = [await make(owner, mine), await make(owner, { ...again, ...known })];
  await note(owner, one.id, 'Delivers on Tuesdays.');
  await note(owner, other.id, 'Delivers on Fridays.');
  await plan(owner, other.id, 'Ask for the harvest');
  const before = [await read(owner, one.id), await read(owner, other.id)];

  const choices = [{ field: 'PHONES', contactId: other.id }];
  const id = await merge(owner, one.id, [other.id], { choices });
  const merged = await read(owner, one.id);
  expect(merged).toMatchObject({
    ...{ name: 'Molino Real', company: 'Molino Real S.A.', role: 'Supplier', tags: ['maíz', 'puebla'] },
    doNotContact: { reason: 'asked' },
    birthday: '1990-03-09',
    references: [
      { system: 'hubspot', id: '17' },
      { system: 'hubspot', id: '4' },
    ],
    mails: [{ value: 'ventas@molino.test' }, { value: 'pagos@molino.test' }],
    phones: [{ value: '+522225550199', label: 'mobile' }, { value: '+522225550126' }],
    activities: { edges: [{ node: { title: 'Ask for the harvest' } }] },
  });
  expect(merged.notes.edges.length).toBe(2);
  expect((await read(owner, other.id)).mergedInto).toEqual({ id: one.id });
  expect(await owner.refusal(UPDATE, { id: other.id, input: { version: 1, name: 'X' } })).toMatchObject({
    ...{ code: 'CONFLICT', reason: 'MERGED' },
  });

  await note(owner, one.id, 'Came since.');
  const undone = await owner.run<{ undoMerge: { name: string; merges: unknown[] } }>(UNDO, { id });
  expect(undone.undoMerge.merges).toMatchObject([
    {
      undoneAt: expect.any(String),
      left: [
        { what: 'note', count: 1 },
        { what: 'timeline_entry', count: 1 },
      ],
    },
  ]);
  const after = [await read(owner, one.id), await read(owner, other.id)];
  expect(after[1]).toEqual(before[1]);
  expect(after[0]?.notes.edges.map(({ node }) => node.content).toSorted()).toEqual([
    'Came since.',
    'Delivers on Tuesdays.',
  ]);
  expect({ ...after[0], notes: null }).toEqual({ ...before[0], notes: null });
  expect(await owner.refusal(UNDO, { id })).toMatchObject({ code: 'CONFLICT', reason: 'UNDONE_ALREADY' });
});

test('whoever follows hears of each thing that a merge has moved, and of each that goes back', async () => {
  const owner = testing.as(person('OWNER'));
  const { tenantId } = owner.viewer;
  const [one, other] = [await make(owner, mill), await make(owner, again)];
  await note(owner, one.id, 'Stays where it is.');
  await note(owner, other.id, 'Moves.');
  await plan(owner, other.id, 'Call');
  const { createPipeline } = await owner.run<{ createPipeline: { id: string } }>(
    'mutation { createPipeline(input: { name: "Catering" }) { id } }',
  );
  await owner.run('mutation ($input: CreateOpportunityInput!) { createOpportunity(input: $input) { id } }', {
    input: { title: 'Wedding', pipelineId: createPipeline.id, contactIds: [one.id, other.id] },
  });
  await owner.run('mutation ($input: RegisterPartnerInput!) { registerPartner(input: $input) { id } }', {
    input: { contactId: other.id, idempotencyKey: other.id },
  });
  const follow = async (field: string, thing: string) => {
    const changes = await owner.follow(`subscription ($t: ID!) { ${field}(tenantId: $t) { kind ${thing} } }`, {
      t: tenantId,
    });
    // What was made before may be heard of first.
    const next = async (): Promise<object | undefined> => {
      const { value } = (await changes.next()) as { value: { data: Record<string, { kind: string }> } };
      const change = value.data[field];
      return change?.kind === 'CREATED' ? next() : change;
    };
    return next;
  };
  const heard = await Promise.all([
    follow('noteChanged', 'note { content subject { id } }'),
    follow('activityChanged', 'activity { title contact { id } }'),
    follow('opportunityChanged', 'opportunity { title contacts { id } }'),
    follow('partnerChanged', 'partner { contact { id } }'),
  ]);
  const next = () => Promise.all(heard.map((read) => read()));
  const id = await merge(owner, one.id, [other.id]);
  expect(await next()).toEqual([
    { kind: 'UPDATED', note: { content: 'Moves.', subject: { id: one.id } } },
    { kind: 'UPDATED', activity: { title: 'Call', contact: { id: one.id } } },
    { kind: 'UPDATED', opportunity: { title: 'Wedding', contacts: [{ id: one.id }] } },
    { kind: 'UPDATED', partner: { contact: { id: one.id } } },
  ]);
  await owner.run(UNDO, { id });
  expect(await next()).toEqual([
    { kind: 'UPDATED', note: { content: 'Moves.', subject: { id: other.id } } },
    { kind: 'UPDATED', activity: { title: 'Call', contact: { id: other.id } } },
    { kind: 'UPDATED', opportunity: { title: 'Wedding', contacts: [{ id: one.id }, { id: other.id }] } },
    { kind: 'UPDATED', partner: { contact: { id: other.id } } },
  ]);
});

test('what was changed since a merge stays when it is undone, and is listed', async () => {
  const owner = testing.as(person('OWNER'));
  const [one, other] = [await make(owner, mill), await make(owner, again)];
  const id = await merge(owner, one.id, [other.id]);
  const { contact } = await owner.run<{ contact: { version: number } }>(
    'query ($id: ID!) { contact(id: $id) { version } }',
    { id: one.id },
  );
  await owner.run(UPDATE, { id: one.id, input: { version: contact.version, company: 'Molinos Unidos' } });
  const { undoMerge } = await owner.run<{ undoMerge: { merges: { left: unknown[] }[] } }>(UNDO, { id });
  expect(undoMerge.merges[0]?.left).toContainEqual({ what: 'company', count: 1 });
  expect((await read(owner, one.id)).company).toBe('Molinos Unidos');
});

test('a stale version is a conflict with those of now, and two merges at once make one', async () => {
  const owner = testing.as(person('OWNER'));
  const [one, other] = [await make(owner, mill), await make(owner, again)];
  await owner.run(UPDATE, { id: other.id, input: { version: other.version, company: 'Newer' } });
  const versions = [one, other].map(({ id, version }) => ({ id, version }));
  const { errors } = await owner.ask(MERGE, { primary: one.id, others: [other.id], versions });
  expect(errors?.[0]?.extensions).toMatchObject({
    code: 'CONFLICT',
    versions: [
      { id: one.id, version: 1 },
      { id: other.id, version: 2 },
    ],
  });
  const answers = await Promise.all([
    owner.ask(MERGE, { primary: one.id, others: [other.id] }),
    owner.ask(MERGE, { primary: other.id, others: [one.id] }),
  ]);
  expect(answers.filter(({ errors }) => !errors).length).toBe(1);
});

test('of a merge and an edit at once, the second is a conflict with what is there now', async () => {
  const owner = testing.as(person('OWNER'));
  for (let turn = 0; turn < 4; turn += 1) {
    const [one, other] = [await make(owner, mill), await make(owner, again)];
    const versions = [one, other].map(({ id, version }) => ({ id, version }));
    const [merged, edited] = await Promise.all([
      owner.ask(MERGE, { primary: one.id, others: [other.id], versions }),
      owner.ask(UPDATE, { id: one.id, input: { version: one.version, company: `Edited ${turn}` } }),
    ]);
    const refusals = [merged, edited].flatMap(({ errors }) => errors?.[0]?.extensions ?? []);
    expect(refusals).toHaveLength(1);
    const both = [
      { id: one.id, version: 2 },
      { id: other.id, version: 1 },
    ];
    expect(refusals[0]).toMatchObject({ code: 'CONFLICT', ...(merged.errors && { versions: both }) });
  }
});

test('a merge that stands on another one is undone first', async () => {
  const owner = testing.as(person('OWNER'));
  const [one, two, three] = [await make(owner, mill), await make(owner, again), await make(owner, { name: 'Third' })];
  const first = await merge(owner, two.id, [three.id]);
  const second = await merge(owner, one.id, [two.id]);
  expect(await owner.refusal(UNDO, { id: first })).toMatchObject({ code: 'CONFLICT', reason: 'MERGED_SINCE' });
  await owner.run(UNDO, { id: second });
  await owner.run(UNDO, { id: first });
  for (const { id } of [one, two, three]) expect((await read(owner, id)).mergedInto).toBeNull();
});

test('nothing of another tenant or of the other book is merged', async () => {
  const owner = testing.as(person('OWNER'));
  const stranger = testing.as(person('OWNER'));
  const staff = testing.as(person('ADMIN', owner.viewer.tenantId));
  const [mine, theirs, kept] = [await make(owner, mill), await make(stranger, mill), await make(staff, mill)];
  expect(await owner.refusal(MERGE, { primary: mine.id, others: [theirs.id] })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await owner.refusal(MERGE, { primary: mine.id, others: [kept.id] })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await staff.refusal(MERGE, { primary: mine.id, others: [kept.id] })).toMatchObject({ reason: 'WRONG_BOOK' });
  expect(await owner.refusal(MERGE, { primary: 'nobody', others: [mine.id] })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await owner.refusal(UNDO, { id: 'nobody' })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await owner.refusal(MERGE, { primary: mine.id, others: [mine.id] })).toMatchObject({ reason: 'TOO_FEW' });
});

test('whatever belongs to a contact is known to a merge', async () => {
  const tables = await testing.subgraph.work(({ em }) =>
    em.execute<{ name: string }[]>(
      `select distinct table_name as name from information_schema.columns
       where table_schema = 'crm' and column_name in ('subject_id', 'contact_id') order by 1`,
    ),
  );
  expect(tables.map(({ name }) => name)).toEqual(belongings.map(({ table }) => table).toSorted());
});

/** A generator of numbers that is the same each time: https://en.wikipedia.org/wiki/Linear_congruential_generator */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state % sides;
  };
}

test('whatever was merged in whatever order, undoing it all gives back each contact as it was', async () => {
  const owner = testing.as(person('OWNER'));
  const roll = dice(20_261_130);
  const ids: string[] = [];
  for (let at = 0; at < 6; at += 1) {
    const some = <Item>(items: Item[]): Item[] => items.filter(() => roll(2) === 0);
    const { id } = await make(owner, {
      ...{ name: `Contact ${at}`, tags: some(['a', 'b', 'c']), company: roll(2) ? `Company ${at}` : null },
      mails: some(['x', 'y', 'z']).map((name) => ({ value: `${name}@example.test` })),
      phones: some(['0126', '0127', '0128']).map((end) => ({ value: `+52 222 555 ${end}` })),
      doNotContact: roll(4) === 0 ? { reason: `${at}` } : null,
      references: some(['hubspot', 'pipedrive']).map((system) => ({ system, id: `${at}` })),
      birthday: roll(2) ? `199${at}-03-09` : null,
    });
    ids.push(id);
    if (roll(2)) await note(owner, id, `Note of ${at}`);
  }
  const all = () => Promise.all(ids.map((id) => read(owner, id)));
  const before = await all();
  const merges: string[] = [];
  const alive = [...ids];
  while (alive.length > 1) {
    const [other] = alive.splice(roll(alive.length), 1);
    merges.push(await merge(owner, String(alive[roll(alive.length)]), [String(other)]));
  }
  const [last] = await Promise.all(alive.map((id) => read(owner, id)));
  expect(new Set(last?.mails.map(({ value }) => value))).toEqual(
    new Set(before.flatMap(({ mails }) => mails.map(({ value }) => value))),
  );
  expect(last?.notes.edges.length).toBe(before.flatMap(({ notes }) => notes.edges).length);
  for (const id of merges.toReversed()) await owner.run(UNDO, { id });
  expect(await all()).toEqual(before);
});
