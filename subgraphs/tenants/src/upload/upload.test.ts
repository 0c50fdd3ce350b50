import { person, type TestSubgraph, testSubgraph } from '@mycelium/kit/testing';
import { findOffer, MOST_OPEN } from '@mycelium/kit/uploads/offer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tenants } from '../subgraph.ts';

const CREATE = `mutation ($purpose: UploadPurpose! = PICTURE, $name: String! = "taco.jpg", $type: String! = "image/jpeg", $bytes: Int! = 1000) {
  createUpload(purpose: $purpose, name: $name, type: $type, bytes: $bytes) { id url expiresAt }
}`;

interface Created {
  createUpload: { id: string; url: string; expiresAt: string };
}

let testing: TestSubgraph;

beforeAll(async () => {
  testing = await testSubgraph(tenants);
});
afterAll(() => testing.close());

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
