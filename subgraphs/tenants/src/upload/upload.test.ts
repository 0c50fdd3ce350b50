import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { type Files, openFiles } from '@mycelium/kit/files/files';
import { person, type TestSubgraph, testSubgraph } from '@mycelium/kit/testing';
import { keepUpload, sealUpload } from '@mycelium/kit/uploads/kept-upload';
import { findOffer, MOST_OPEN } from '@mycelium/kit/uploads/offer';
import { dropUpload, openUpload } from '@mycelium/kit/uploads/open-upload';
import { UploadPurpose } from '@mycelium/kit/uploads/purpose';
import { receive, usualPace } from '@mycelium/kit/uploads/receive';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tenants } from '../subgraph.ts';

const CREATE = `mutation ($purpose: UploadPurpose! = PICTURE, $name: String! = "taco.jpg", $type: String! = "image/jpeg", $bytes: Int! = 1000) {
  createUpload(purpose: $purpose, name: $name, type: $type, bytes: $bytes) { id url expiresAt }
}`;

interface Created {
  createUpload: { id: string; url: string; expiresAt: string };
}

let testing: TestSubgraph;

let directory: string;
let files: Files;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'uploads-'));
  files = await openFiles({ directory, secret: 'a secret for tests that is long enough' });
  testing = await testSubgraph(tenants, { files });
});
afterAll(async () => {
  await testing.close();
  await rm(directory, { recursive: true });
});

test('an address is for what was said of the file, and lasts an hour', async () => {
  const manager = testing.as(person('MANAGER'));
  const { createUpload } = await manager.run<Created>(CREATE);
  const { id, url, expiresAt } = createUpload;
  const [, token = ''] = /^\/uploads\/[0-9a-f-]{36}\?token=(gg_upload_[\w-]{43})$/.exec(url) ?? [];
  const offer = await testing.subgraph.work(({ redis }) => findOffer(redis, token));
  const { tenantId } = manager.viewer;
  expect(offer).toEqual({ id, tenantId, purpose: 'PICTURE', name: 'taco.jpg', type: 'image/jpeg', bytes: 1000 });
  expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(3_500_000);
});

test.each([
  ['a name with a folder', { name: '../taco.jpg' }, 'name', 'WRONG_FORM'],
  ['a name with a backslash', { name: 'C:\\taco.jpg' }, 'name', 'WRONG_FORM'],
  ['a name of two lines', { name: 'a\nb' }, 'name', 'WRONG_FORM'],
  ['a name with NUL', { name: 'a\0b' }, 'name', 'BROKEN_TEXT'],
  ['no name', { name: '' }, 'name', 'MISSING'],
  ['SVG', { type: 'image/svg+xml' }, 'type', 'WRONG_TYPE'],
  ['HTML', { type: 'text/html' }, 'type', 'WRONG_TYPE'],
  ['nothing', { bytes: 0 }, 'bytes', 'TOO_SMALL'],
  ['more than 20 MB', { bytes: 20_000_001 }, 'bytes', 'TOO_LARGE'],
])('%s is refused', async (_what, variables, field, reason) => {
  const refusal = await testing.as(person('MARKETER')).refusal(CREATE, variables);
  expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', reason, path: [field] });
});

test('who may not upload is refused, and who has announced too much for now', async () => {
  expect(await testing.as(person('KITCHEN')).refusal(CREATE)).toMatchObject({ code: 'FORBIDDEN' });
  const greedy = testing.as(person('OWNER'));
  for (let made = 0; made < MOST_OPEN; made += 1) await greedy.run(CREATE);
  expect(await greedy.refusal(CREATE)).toMatchObject({ code: 'RATE_LIMITED' });
  await testing.as(person('OWNER')).run(CREATE);
});

test('a table is read by its own tenant, until it was worked on', async () => {
  const rows = 'name;phone\nAna;+52 55 1234 5678\n'.repeat(10_000);
  const [id, tenantId] = [uuidv7(), uuidv7()];
  const offer = {
    id,
    tenantId,
    purpose: UploadPurpose.TABLE,
    name: 'clientes.csv',
    type: 'text/csv',
    bytes: rows.length,
  };
  await files.withDraft(async (path) => {
    const sealing = sealUpload(files, offer);
    await receive(Readable.from([Buffer.from(rows)]), path, { bytes: rows.length, pace: usualPace, sealing });
    await keepUpload(files, offer, path);
  });
  await testing.subgraph.work(async (ctx) => {
    const { body, ...facts } = await openUpload(ctx, id, tenantId);
    expect([facts, await text(body)]).toEqual([{ name: 'clientes.csv', type: 'text/csv' }, rows]);
    for (const [other, whose] of [
      [id, uuidv7()],
      [uuidv7(), tenantId],
      ['../../x', tenantId],
      ['a\0', tenantId],
    ] as const)
      await expect(openUpload(ctx, other, whose)).rejects.toThrow('No Upload');
    await dropUpload(ctx, id, tenantId);
    await expect(openUpload(ctx, id, tenantId)).rejects.toThrow('No Upload');
  });
});
