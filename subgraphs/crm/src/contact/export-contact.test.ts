import { person, type TestSubgraph, testSubgraph } from '@mycelium/kit/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { tenantsIn } from '../../test/tenants.ts';
import { belongings } from '../merge/move-rows.ts';
import { crm } from '../subgraph.ts';

const EXPORT = 'query ($id: ID!) { exportContact(id: $id) { fileName json } }';

let testing: TestSubgraph;
beforeAll(async () => {
  testing = await testSubgraph(crm, { neighbours: tenantsIn('America/Chicago').answer });
});
afterAll(() => testing.close());

test("a person's whole record is all that belongs to them, opened, and in the log once", async () => {
  const owner = testing.as(person('OWNER'));
  const { createContact } = await owner.run<{ createContact: { id: string } }>(
    'mutation ($input: CreateContactInput!) { createContact(input: $input) { id } }',
    {
      input: {
        ...{ name: 'Ada', mails: [{ value: 'ada@example.test' }], phones: [{ value: '+13235550142' }] },
        addresses: [{ city: 'Chicago' }],
        ...{ birthday: '--03-09', references: [{ system: 'hubspot', id: '17' }] },
      },
    },
  );
  const { id } = createContact;
  await owner.run('mutation ($input: CreateNoteInput!) { createNote(input: $input) { id } }', {
    input: { subject: { kind: 'CONTACT', id }, content: 'Called twice.' },
  });
  const { exportContact } = await owner.run<{ exportContact: { fileName: string; json: string } }>(EXPORT, { id });
  const record = JSON.parse(exportContact.json);
  expect(record).toMatchObject({
    contact_reference: [{ system: 'hubspot', external_id: '17' }],
    contact: { name: 'Ada', birthday: '--03-09', addresses: expect.stringContaining('Chicago') },
    contact_mail: [{ value: 'ada@example.test' }],
    contact_phone: [{ value: '+13235550142' }],
    note: [{ content: 'Called twice.' }],
    timeline_entry: [{ kind: 'NOTE_WRITTEN' }, { kind: 'CONTACT_CREATED' }],
  });
  expect(Object.keys(record)).toEqual(expect.arrayContaining(belongings.map(({ table }) => table)));
  expect(exportContact.json).not.toMatch(/sealed|_index|tenant_id/);
  await vi.waitFor(async () => {
    const shown = (await testing.audits()).flatMap(({ action, records }) => (action === 'unmask' ? records : []));
    expect(shown).toMatchObject([{ noun: 'Contact', nounId: id, after: { fields: ['record'] } }]);
  });

  const marketer = testing.as(person('MARKETER', owner.viewer.tenantId));
  expect(await marketer.refusal(EXPORT, { id })).toMatchObject({ code: 'FORBIDDEN' });
  expect(await testing.as(person('OWNER')).refusal(EXPORT, { id })).toMatchObject({ code: 'NOT_FOUND' });
});
