import { person, type TestSubgraph, testSubgraph } from '@mycelium/kit/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { tenantsIn } from '../../test/tenants.ts';
import { uploadsForTest } from '../../test/upload.ts';
import { crm } from '../subgraph.ts';

const DAY_MS = 86_400_000;
const READ = 'query ($id: ID!) { import(id: $id) { status refusals { line } plan { totalCount } } }';

let testing: TestSubgraph;
let uploads: Awaited<ReturnType<typeof uploadsForTest>>;
beforeAll(async () => {
  uploads = await uploadsForTest();
  testing = await testSubgraph(crm, { neighbours: tenantsIn('America/Chicago').answer, files: uploads.files });
});
afterAll(async () => {
  await testing.close();
  await uploads.close();
});

test('a plan expires after seven days, an import is undone for thirty, and then its rows are forgotten', async () => {
  const owner = testing.as(person('OWNER'));
  const read = async (id: string) => (await owner.run<{ import: object }>(READ, { id })).import;
  const becomes = (id: string, what: object) =>
    vi.waitFor(async () => expect(await read(id)).toMatchObject(what), { interval: 50 });
  const moveBy = (days: number) =>
    testing.subgraph.work(({ redis }) => redis.set('mycelium:clock', days * DAY_MS)).then(() => undefined);
  const plan = async (csv: string) => {
    const file = await uploads.send(owner.viewer.tenantId, Buffer.from(csv));
    const { planImport } = await owner.run<{ planImport: { id: string } }>(
      'mutation ($file: ID!) { planImport(uploadId: $file) { id } }',
      { file },
    );
    await becomes(planImport.id, { status: 'PLANNED', plan: { totalCount: 2 }, refusals: [{ line: 3 }, { line: 3 }] });
    return planImport.id;
  };
  const [left, applied] = [
    await plan('Name,E-mail\nAna,ana@test.test\n,x'),
    await plan('Name,E-mail\nBea,bea@test.test\n,x'),
  ];
  await owner.run('mutation ($id: ID!) { applyImport(id: $id) { id } }', { id: applied });
  await becomes(applied, { status: 'APPLIED' });

  await moveBy(8);
  await becomes(left, { status: 'EXPIRED', plan: { totalCount: 0 }, refusals: [] });
  await becomes(applied, { status: 'APPLIED', plan: { totalCount: 2 } });
  await moveBy(31);
  await becomes(applied, { status: 'APPLIED', plan: { totalCount: 0 }, refusals: [] });
  expect(await owner.refusal('mutation ($id: ID!) { undoImport(id: $id) { id } }', { id: applied })).toMatchObject({
    ...{ code: 'CONFLICT', reason: 'TOO_LATE' },
  });
});
