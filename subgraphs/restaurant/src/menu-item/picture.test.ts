import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StoreFailure } from '@mycelium/kit/files/file-store';
import { type Files, openFiles } from '@mycelium/kit/files/files';
import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Menu } from '../menu/menu.ts';
import { MenuSection } from '../menu-section/menu-section.ts';
import { Restaurant } from '../restaurant/restaurant.ts';
import { restaurant } from '../subgraph.ts';

const NAME = 'a'.repeat(64);
const FILE = `media/${NAME}-800.webp`;

let testing: TestSubgraph;
let owner: TestViewer;
let directory: string;
let files: Files;
let isAway = false;
let sectionId: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'menu-pictures-'));
  const onDisk = await openFiles({ directory, secret: 'a secret for tests that is long enough' });
  files = {
    ...onDisk,
    find: async (name) => (isAway ? Promise.reject(new StoreFailure('Nobody answers.', false)) : onDisk.find(name)),
  };
  testing = await testSubgraph(restaurant, { files });
  owner = testing.as(person('OWNER'));
  sectionId = await testing.subgraph.work(async ({ em }) => {
    const tenantId = owner.viewer.tenantId as string;
    const place = em.create(Restaurant, { tenantId, name: 'Las Reinas' });
    const menu = em.create(Menu, { tenantId, names: { es: 'Carta' }, restaurant: place });
    return em.create(MenuSection, { tenantId, menu, names: { es: 'Tacos' } }).id;
  });
});
afterAll(async () => {
  await testing.close();
  await rm(directory, { recursive: true });
});

const create = (imageUrl: string): [string, Record<string, unknown>] => [
  `mutation ($input: CreateMenuItemInput!) { createMenuItem(input: $input) { id imageUrl version } }`,
  {
    input: { sectionId, name: [{ locale: 'es', text: 'Taco' }], price: { amount: 450, currency: 'USD' }, imageUrl },
  },
];

async function upload(): Promise<void> {
  await files.withDraft(async (path) => {
    await writeFile(path, 'x');
    await files.put(FILE, path);
  });
}

test('an item takes a picture that is there, and none that is gone, unless it lies elsewhere', async () => {
  const gone = { code: 'BAD_USER_INPUT', reason: 'PICTURE_GONE', path: ['input', 'imageUrl'] };
  expect(await owner.refusal(...create(`/${FILE}`))).toMatchObject(gone);
  await upload();
  const { createMenuItem: item } = await owner.run<{ createMenuItem: { id: string } }>(...create(`/${FILE}`));
  expect(item).toMatchObject({ imageUrl: `/${FILE}`, version: 1 });
  await files.remove(FILE);
  const update = (imageUrl: string, version: number): [string, Record<string, unknown>] => [
    `mutation ($id: ID!, $input: UpdateMenuItemInput!) { updateMenuItem(id: $id, input: $input) { version } }`,
    { id: item.id, input: { version, imageUrl } },
  ];
  await owner.run(...update(`https://elsewhere.example/${FILE}`, 1));
  expect(await owner.refusal(...update(`/${FILE}`, 2))).toMatchObject(gone);
  await owner.run(...update('/app/taco.webp', 2));
});

test('an item that was removed comes back with its picture while that is there, and without it afterwards', async () => {
  await upload();
  const { createMenuItem: item } = await owner.run<{ createMenuItem: { id: string } }>(...create(`/${FILE}`));
  const remove = () => owner.run(`mutation { removeMenuItem(id: "${item.id}") }`);
  const restore = () => owner.run(`mutation { restoreMenuItem(id: "${item.id}") { imageUrl removedAt } }`);
  await remove();
  expect(await restore()).toEqual({ restoreMenuItem: { imageUrl: `/${FILE}`, removedAt: null } });
  await remove();
  await files.remove(FILE);
  expect(await restore()).toEqual({ restoreMenuItem: { imageUrl: null, removedAt: null } });
});

test('a menu is not held up by its pictures: while files are away, an address is believed', async () => {
  isAway = true;
  expect(await owner.run(...create(`/${FILE}`))).toMatchObject({ createMenuItem: { imageUrl: `/${FILE}` } });
  isAway = false;
});

test('nor by Redis: while that is away, nobody removes pictures', async () => {
  await upload();
  await testing.subgraph.work(({ redis }) => redis.call('CLIENT', 'PAUSE', '2500', 'ALL'));
  expect(await owner.run(...create(`/${FILE}`))).toMatchObject({ createMenuItem: { imageUrl: `/${FILE}` } });
});
