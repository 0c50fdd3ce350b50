import { person, testSubgraph } from '@mycelium/kit/testing';
import { v7 as uuidv7 } from 'uuid';
import { expect, test } from 'vitest';
import { tenantsIn } from '../../test/tenants.ts';
import { crm } from '../subgraph.ts';

const ACTIVITY = 'mutation ($input: CreateActivityInput!) { createActivity(input: $input) { id } }';
const NOTE = 'mutation ($input: CreateNoteInput!) { createNote(input: $input) { id } }';
const OVERVIEW =
  'crmOverview { open overdue byAssignee { assigneeId open overdue } notes(first: 2) { edges { node { content } } } }';

test('what there is to do is counted by person, of its own tenant and book alone, in as many statements for many', async () => {
  const others = tenantsIn('America/Chicago');
  const testing = await testSubgraph(crm, { neighbours: others.answer, isIdle: true });
  const owner = testing.as(person('OWNER'));
  const tenantId = String(owner.viewer.tenantId);
  const [ana, bo] = [uuidv7(), uuidv7()];
  others.members.set(
    tenantId,
    [ana, bo].map((id) => ({ id, role: 'MANAGER' as const })),
  );
  const none = { open: 0, overdue: 0, byAssignee: [], notes: { edges: [] } };
  expect(await owner.ofTenant(OVERVIEW)).toEqual({ crmOverview: none });
  const subject = { kind: 'TENANT', id: tenantId };
  const make = (input: object, viewer = owner) =>
    viewer.run(ACTIVITY, { input: { subject, type: 'TASK', title: 'Order maize', ...input } });
  const late = { dueOn: '2026-01-02', confirmPast: true };
  await make({ assigneeId: ana });
  await make({ assigneeId: bo, ...late });
  const few = await testing.countSql(() => owner.ofTenant(OVERVIEW));
  for (const given of [{ assigneeId: ana, ...late }, { assigneeId: bo, ...late }, {}]) await make(given);
  const admin = testing.as(person('ADMIN', tenantId));
  await make(late, admin);
  await admin.run(NOTE, { input: { subject, content: 'Between us.' } });
  for (const content of ['One', 'Two', 'Three']) await owner.run(NOTE, { input: { subject, content } });
  const whole = {
    open: 5,
    overdue: 3,
    byAssignee: [
      { assigneeId: bo, open: 2, overdue: 2 },
      { assigneeId: ana, open: 2, overdue: 1 },
      { assigneeId: null, open: 1, overdue: 0 },
    ],
    notes: { edges: [{ node: { content: 'Three' } }, { node: { content: 'Two' } }] },
  };
  expect(await owner.ofTenant(OVERVIEW)).toEqual({ crmOverview: whole });
  expect(await testing.countSql(() => owner.ofTenant(OVERVIEW))).toBe(few);
  expect(await testing.as(person('OWNER')).ofTenant(OVERVIEW)).toEqual({ crmOverview: none });
  await testing.close();
});
