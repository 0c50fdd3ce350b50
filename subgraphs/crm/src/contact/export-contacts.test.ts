import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tenantsIn } from '../../test/tenants.ts';
import { lookAtContacts, readContacts } from '../import/contact-table.ts';
import { meaningsOf } from '../import/meanings-of.ts';
import { ownColumns } from '../import/own-table.ts';
import { crm } from '../subgraph.ts';

const CREATE = 'mutation ($input: CreateContactInput!) { createContact(input: $input) { id } }';
const EXPORT = `query ($t: ID!, $first: Int, $after: String) {
  exportContacts(tenantId: $t, first: $first, after: $after) { csv hasNextPage endCursor }
}`;

let testing: TestSubgraph;
const tenants = tenantsIn('America/Chicago');
beforeAll(async () => {
  testing = await testSubgraph(crm, { neighbours: tenants.answer });
});
afterAll(() => testing.close());

interface Exported {
  exportContacts: { csv: string; hasNextPage: boolean; endCursor: string | null };
}

const pageOf = async (viewer: TestViewer, range: object = {}) => {
  const { exportContacts } = await viewer.run<Exported>(EXPORT, { t: viewer.viewer.tenantId, ...range });
  return exportContacts;
};

/** What an import reads of a table. */
async function readAgain(csv: string, owners: ReadonlyMap<string, string> = new Map()) {
  const open = async function* () {
    yield Buffer.from(`\ufeff${csv}`);
  };
  const table = await lookAtContacts(open);
  if ('refused' in table) throw new Error(table.refused);
  const rows = [];
  for await (const batch of readContacts(open, table, { country: 'US', owners })) rows.push(...batch);
  return { origin: table.meanings.origin, rows };
}

test('what was exported is read again without a loss: formulas, many addresses, tags with signs, all that was said', async () => {
  const owner = testing.as(person('OWNER'));
  const manager = person('MANAGER').id;
  tenants.members.set(String(owner.viewer.tenantId), [{ id: manager, role: 'MANAGER' }]);
  const inputs = [
    {
      ...{ name: '=cmd|calc', company: '+Plus, "Ltd"', role: "'=quoted", department: '-Dash', kind: 'PERSON' },
      ...{ tags: ['VIP', '@home'], ownerId: manager, doNotContact: { reason: 'asked; twice' } },
      ...{
        birthday: '1990-03-09',
        references: [
          { system: 'hubspot', id: '9:1' },
          { system: 'pipedrive', id: '17' },
        ],
      },
      mails: [{ value: 'ada@x.test', label: 'work' }, { value: 'b@x.test' }],
      phones: [{ value: '(323) 555-0142 x417', label: 'mobile' }, { value: '0532 555 01 51' }],
      addresses: [
        { label: 'warehouse', street: '1 Mill Rd\nUnit 7', city: 'Chicago', postalCode: '01234', country: 'US' },
      ],
    },
    {
      ...{ name: 'Many Ways', kind: 'ORGANISATION', company: 'Group', tags: ['a;b', '* star'] },
      ...{ birthday: '--03-09', references: [{ system: 'own', id: 'a;b' }] },
      mails: Array.from({ length: 6 }, (_, at) => ({ value: `m${at}@x.test`, label: `l${at}` })),
      phones: Array.from({ length: 5 }, (_, at) => ({ value: `+1323555014${at}` })),
      addresses: [{ city: 'A' }, { city: 'B' }, { city: 'C', region: 'R' }],
    },
  ];
  const made = [];
  for (const input of inputs)
    made.push((await owner.run<{ createContact: { id: string } }>(CREATE, { input })).createContact);
  const first = await pageOf(owner, { first: 1 });
  const second = await pageOf(owner, { first: 1, after: first.endCursor });
  expect([first.hasNextPage, second.hasNextPage]).toEqual([true, false]);
  const csv = first.csv + second.csv.slice(second.csv.indexOf('\r\n') + 2);
  const { origin, rows } = await readAgain(csv, new Map([['the manager', manager]]));
  expect(origin).toBe('MYCELIUM');
  expect(rows.flatMap(({ refusals }) => refusals)).toEqual([]);
  const [formula, many] = inputs;
  expect(rows.map(({ contact }) => contact)).toMatchObject([
    {
      ...formula,
      ...{ ownId: made[0]?.id, mails: [{ value: 'ada@x.test', label: 'work' }, { value: 'b@x.test' }] },
      phones: [
        { value: '+13235550142', extension: '417', label: 'mobile', isInternational: true },
        { value: '0532 555 01 51', isInternational: false },
      ],
    },
    { ...many, ownId: made[1]?.id, doNotContact: undefined },
  ]);
});

test('an export of before, which has no birthdays, is still one of ours', () => {
  const columns = [...ownColumns.keys()];
  expect(meaningsOf(columns.filter((column) => !['Birthday', 'External IDs'].includes(column))).origin).toBe(
    'MYCELIUM',
  );
  expect(meaningsOf(columns.filter((column) => column !== 'More')).origin).toBeUndefined();
});

test('who may not see addresses and numbers exports their masks, and no postal addresses', async () => {
  const owner = testing.as(person('OWNER'));
  const input = {
    name: 'Ada',
    mails: [{ value: 'ada@x.test' }],
    phones: [{ value: '+13235550142' }],
    addresses: [{ city: 'Chicago' }],
    birthday: '1990-03-09',
  };
  await owner.run(CREATE, { input });
  const { tenantId } = owner.viewer;
  const marketer = testing.as({ ...person('MARKETER'), tenantId });
  const masked = (await pageOf(marketer)).csv;
  expect(masked).toContain('a***@');
  expect(masked).not.toMatch(/ada@x\.test|3235550142|Chicago|1990/);
  expect((await pageOf(owner)).csv).toMatch(/ada@x\.test.*'\+13235550142.*Chicago/);
  const stranger = testing.as(person('OWNER'));
  expect((await pageOf(stranger)).csv).not.toContain('Ada');
});

test('a page takes the same statements whatever its length', async () => {
  const owner = testing.as(person('OWNER'));
  const make = (name: string) => owner.run(CREATE, { input: { name, mails: [{ value: `${name}@x.test` }] } });
  await make('Ada');
  const short = await testing.countSql(() => pageOf(owner));
  for (const name of ['Bea', 'Cem', 'Dan']) await make(name);
  expect(await testing.countSql(() => pageOf(owner))).toBe(short);
});
