import { expect, type Page } from '@playwright/test';
import { openPage } from './log-in.ts';
import { test } from './worker-server.ts';

test.describe.configure({ mode: 'serial' });

/** 64 × 48, of one colour. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAEAAAAAwCAMAAACWlYwtAAAAA1BMVEXCQQzVhU2bAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAGklEQVRIie3BgQAAAADDoPlTX+AIVQEAAHQNDDAAAWReGocAAAAASUVORK5CYII=',
  'base64',
);

let desk: Page;

test.beforeAll(async ({ browser, server }) => {
  desk = await openPage(browser, server, { path: '/menu' });
});
test.afterAll(async () => {
  await desk?.context().close();
});

const picture = () => desk.getByRole('img', { name: 'The picture of this item' });
const choose = (name: string, mimeType: string, buffer: Buffer) =>
  desk.getByLabel('Picture file').setInputFiles({ name, mimeType, buffer });
const shownWidth = () => picture().evaluate((image) => (image as HTMLImageElement).naturalWidth);

test('the demo has pictures', async () => {
  await desk.getByRole('link', { name: 'Pork al pastor', exact: true }).click();
  await expect(picture()).toBeVisible();
  await expect.poll(shownWidth).toBeGreaterThan(100);
});

test('an item gets a picture, which is there when the page is loaded again', async () => {
  await desk.getByRole('link', { name: 'Lamb barbacoa', exact: true }).click();
  await expect(picture()).toHaveCount(0);
  await choose('barbacoa.png', 'image/png', png);
  await expect.poll(shownWidth).toBe(64);
  await desk.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(desk.getByText('Saved Lamb barbacoa.')).toBeVisible();
  await desk.reload();
  await expect(picture()).toHaveAttribute('src', /^\/media\/[0-9a-f]{64}-800\.webp$/);
});

test('what is no picture is refused in plain words, and the picture stays', async () => {
  await choose('menu.png', 'image/png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'));
  await expect(desk.getByText('This is not a picture that can be shown.')).toBeVisible();
  await choose('menu.svg', 'image/svg+xml', Buffer.from('<svg/>'));
  await expect(desk.getByText('This is not a picture that can be shown.')).toBeVisible();
  await expect(picture()).toBeVisible();
});

test('it is removed again', async () => {
  await desk.getByRole('button', { name: 'Remove picture' }).click();
  await desk.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(desk.getByText('Saved Lamb barbacoa.')).toBeVisible();
  await desk.reload();
  await expect(desk.getByRole('button', { name: 'Upload a picture' })).toBeVisible();
  await expect(picture()).toHaveCount(0);
});
