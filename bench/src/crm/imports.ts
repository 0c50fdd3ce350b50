import { setTimeout as sleep } from 'node:timers/promises';
import { openFiles } from '@mycelium/kit/files/files';
import { keepUpload, sealUpload } from '@mycelium/kit/uploads/kept-upload';
import { UploadPurpose } from '@mycelium/kit/uploads/purpose';
import { receive, usualPace } from '@mycelium/kit/uploads/receive';
import type { Client } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { Child } from '../child.ts';
import { type AddressBook, makeAddressBook } from './address-book.ts';
import type { Ask } from './ask.ts';
import { copyRows, parseAlone, parseWhole } from './parse-alone.ts';
import type { Memory } from './subgraph.ts';

const ROWS = 200_000;
const PLAN = 'mutation ($file: ID!) { planImport(uploadId: $file) { id } }';
const APPLY = 'mutation ($id: ID!) { applyImport(id: $id) { id } }';
const READ = 'query ($id: ID!) { import(id: $id) { status failure rows { created } } }';

export interface ImportsRow {
  rows: number;
  bytes: number;
  planSeconds: number;
  applySeconds: number;
  /** Until whoever may be there twice is known, from the end of the application. */
  duplicatesSeconds: number;
  /** At its highest, with that of the threads, above what was in use before. */
  memory: Memory;
  /** The same file, read into nothing by csv-parse, read whole by papaparse, and its rows copied into a table. */
  parseSeconds: number;
  wholeSeconds: number;
  wholeHeap: number;
  copySeconds: number;
}

/** Plans and applies a large address book, and finds who is there twice. */
export async function measureImports(
  crm: Child,
  ask: Ask,
  database: Client,
  tenantId: string,
  { directory, secret }: { directory: string; secret: string },
): Promise<ImportsRow> {
  const book = await makeAddressBook(ROWS);
  try {
    const file = await upload(book, tenantId, await openFiles({ directory, secret }));
    const idle = await crm.ask<Memory>({ live: true }, 'done');
    const { data } = await ask<{ planImport: { id: string } }>({ query: PLAN, variables: { file } });
    const { id } = data.planImport;
    const planSeconds = await until(ask, id, 'PLANNED');
    await ask({ query: APPLY, variables: { id } });
    const applySeconds = await until(ask, id, 'APPLIED');
    const duplicatesSeconds = await untilDone(database, 'contact-import-duplicates');
    const peak = await crm.ask<Memory>({ peak: true }, 'done');
    const memory = { heap: peak.heap - idle.heap, rss: peak.rss - idle.rss };
    const { rows } = await database.query<{ created: number }>(
      'select count(*)::int as created from crm.contact where tenant_id = $1',
      [tenantId],
    );
    if (rows[0]?.created !== ROWS) throw new Error(`${rows[0]?.created} of ${ROWS} contacts are there.`);
    return {
      ...{ rows: ROWS, bytes: book.bytes, planSeconds, applySeconds, duplicatesSeconds, memory },
      parseSeconds: await parseAlone(book),
      ...(await parseWhole(book)),
      copySeconds: await copyRows(book, database),
    };
  } finally {
    await book.remove();
  }
}

async function upload(book: AddressBook, tenantId: string, files: Awaited<ReturnType<typeof openFiles>>) {
  const offer = {
    ...{ id: uuidv7(), tenantId, purpose: UploadPurpose.TABLE, name: 'contacts.csv', type: 'text/csv' },
    bytes: book.bytes,
  };
  await files.withDraft(async (path) => {
    const sealing = sealUpload(files, offer);
    await receive(book.read(), path, { bytes: book.bytes, pace: usualPace, sealing });
    await keepUpload(files, offer, path);
  });
  return offer.id;
}

/** The seconds until an import is as far as that. */
async function until(ask: Ask, id: string, status: string): Promise<number> {
  const begin = performance.now();
  for (;;) {
    const { data } = await ask<{ import: { status: string; failure: string | null } }>({
      query: READ,
      variables: { id },
    });
    if (data.import.status === status) return (performance.now() - begin) / 1_000;
    if (data.import.failure) throw new Error(`The import failed: ${data.import.failure}.`);
    await sleep(100);
  }
}

async function untilDone(database: Client, task: string): Promise<number> {
  const begin = performance.now();
  for (;;) {
    const { rows } = await database.query(
      `select 1 from crm_worker._private_jobs j join crm_worker._private_tasks t on t.id = j.task_id where t.identifier = $1`,
      [task],
    );
    if (rows.length === 0) return (performance.now() - begin) / 1_000;
    await sleep(100);
  }
}
