import { type ChildProcess, fork } from 'node:child_process';
import { testSecret } from '@mycelium/database/testing';
import { person, testSubgraph } from '@mycelium/kit/testing';
import { Client } from 'pg';
import { expect, test, vi } from 'vitest';
import { tenantsIn } from '../../test/tenants.ts';
import { uploadsForTest } from '../../test/upload.ts';
import { crm } from '../subgraph.ts';

const ROWS = 6_000;
const READ = `query ($id: ID!) { import(id: $id) {
  status failure writtenCount stayedCount progress { done total } rows { created updated duplicates unchanged refused }
} }`;

interface Read {
  import: { status: string; writtenCount: number; progress: { done: number }; rows: Record<string, number> };
}

test('an import whose process is killed while it plans, writes and undoes goes on, and does nothing twice', async () => {
  const uploads = await uploadsForTest();
  const { neighbours, files } = { neighbours: tenantsIn('America/Chicago').answer, files: uploads.files };
  const testing = await testSubgraph(crm, { neighbours, files, isIdle: true });
  const owner = testing.as(person('OWNER'));
  const admin = new Client({ connectionString: testing.databaseUrl });
  await admin.connect();
  const count = async (table: string, where = 'true') =>
    Number((await admin.query(`select count(*) from crm.${table} where ${where}`)).rows[0].count);

  let worker: ChildProcess | undefined;
  const start = (): void => {
    const args = [testing.databaseUrl, testing.redisUrl, testSecret, uploads.directory];
    const execArgv = ['--import', '@mycelium/database/typescript'];
    worker = fork(new URL('./importer.testing.ts', import.meta.url), args, { execArgv });
  };
  const read = async (id: string) => (await owner.run<Read>(READ, { id })).import;
  const waiting = { timeout: 60_000, interval: 10 };
  /** Kills the process at this share of the work, and starts another one. */
  const killAt = async (id: string, share: number) => {
    await vi.waitFor(async () => expect((await read(id)).progress.done).toBeGreaterThanOrEqual(ROWS * share), waiting);
    worker?.kill('SIGKILL');
    start();
  };
  const until = (id: string, status: string) =>
    vi.waitFor(async () => {
      const found = await read(id);
      expect(found.status).toBe(status);
      return found;
    }, waiting);

  const lines = Array.from(
    { length: ROWS },
    (_, at) =>
      `Person ${at} of many,person${at}@example.test,+1 213 555 ${String(at % 10_000).padStart(4, '0')},note ${at}`,
  );
  const file = await uploads.send(owner.viewer.tenantId, Buffer.from(['Name,E-mail,Phone,Notes', ...lines].join('\n')));
  const { planImport } = await owner.run<{ planImport: { id: string } }>(
    'mutation ($file: ID!) { planImport(uploadId: $file) { id } }',
    { file },
  );
  const { id } = planImport;
  start();
  await killAt(id, 0.25);
  await killAt(id, 0.6);
  expect((await until(id, 'PLANNED')).rows).toMatchObject({ created: ROWS, duplicates: 0, refused: 0 });
  expect(await count('import_row')).toBe(ROWS);

  await owner.run('mutation ($id: ID!) { applyImport(id: $id) { id } }', { id });
  await killAt(id, 0.25);
  await killAt(id, 0.6);
  expect(await until(id, 'APPLIED')).toMatchObject({ writtenCount: ROWS, rows: { created: ROWS } });
  expect(await count('contact')).toBe(ROWS);
  for (const table of ['contact_mail', 'contact_phone', 'note']) expect(await count(table)).toBe(ROWS);
  expect(await count('timeline_entry', "subject_kind = 'CONTACT'")).toBe(ROWS);
  expect(await count('search_entry')).toBe(2 * ROWS);

  await owner.run('mutation ($id: ID!) { undoImport(id: $id) { id } }', { id });
  await killAt(id, 0.4);
  expect(await until(id, 'UNDONE')).toMatchObject({ stayedCount: 0 });
  expect(await count('contact', 'removed_at is null')).toBe(0);
  expect(await count('search_entry')).toBe(0);
  worker?.kill('SIGKILL');
  await admin.end();
  await testing.close();
  await uploads.close();
}, 300_000);
