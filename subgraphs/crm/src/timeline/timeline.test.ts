import { person, type TestSubgraph, testSubgraph } from '@mycelium/kit/testing';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tenantsIn } from '../../test/tenants.ts';
import { Side } from '../side/side.ts';
import { crm } from '../subgraph.ts';
import { SubjectKind } from '../subject/subject.ts';
import { tell } from './tell.ts';
import { EntryKind, TimelineEntry } from './timeline-entry.ts';

let testing: TestSubgraph;
beforeAll(async () => {
  testing = await testSubgraph(crm, { neighbours: tenantsIn('America/Chicago').answer });
});
afterAll(() => testing.close());

const entriesOf = (id: string) =>
  testing.subgraph.work(({ em }) => em.find(TimelineEntry, { subject: { id } }, { orderBy: { at: 'asc', id: 'asc' } }));

test('what becomes of a contact is on its timeline, with who did it and by which event', async () => {
  const owner = testing.as(person('OWNER'));
  const { createContact } = await owner.run<{ createContact: { id: string } }>(
    'mutation { createContact(input: { name: "Ada" }) { id } }',
  );
  const { id } = createContact;
  await owner.run('mutation ($id: ID!) { removeContact(id: $id) }', { id });
  await owner.run('mutation ($id: ID!) { restoreContact(id: $id) { id } }', { id });
  const entries = await entriesOf(id);
  expect(entries.map(({ kind }) => kind)).toEqual(['CONTACT_CREATED', 'CONTACT_REMOVED', 'CONTACT_RESTORED']);
  expect(entries[0]).toMatchObject({
    ...{ side: 'TENANT', tenantId: owner.viewer.tenantId, subject: { kind: 'CONTACT', id }, facts: { name: 'Ada' } },
    ...{ source: 'crm', actorKind: 'user', actorId: owner.viewer.id, correlationId: 'test', acknowledgedAt: null },
  });
});

test('an event that comes twice is one entry of its subject, and one that was heard counts as acknowledged', async () => {
  const tenantId = uuidv7();
  const event = {
    ...{ id: uuidv7(), type: 'credit.allocated', feed: tenantId, source: 'wrapper', payload: {} },
    ...{ at: '2026-11-20T18:30:00.000Z', actor: { kind: 'user', id: 'u' }, correlationId: 'c' },
  };
  const told = { side: Side.TENANT, kind: EntryKind.CONTACT_CREATED, facts: { name: 'NUL \0' } };
  const tellOf = (id: string) =>
    testing.subgraph.work((ctx) => {
      const inTenant = { ...ctx, viewer: { ...ctx.viewer, tenantId } };
      return tell(inTenant, { ...told, subject: { kind: SubjectKind.CONTACT, id } }, event);
    });
  const [one, other] = [uuidv7(), uuidv7()];
  await Promise.all([tellOf(one), tellOf(one)]);
  await tellOf(one);
  await tellOf(other);
  expect(await entriesOf(other)).toHaveLength(1);
  expect(await entriesOf(one)).toMatchObject([
    { eventId: event.id, at: new Date(event.at), source: 'wrapper', facts: { name: 'NUL \ufffd' } },
  ]);
  expect((await entriesOf(one))[0]?.acknowledgedAt).toBeInstanceOf(Date);
});
