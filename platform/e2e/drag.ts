import { expect, type Locator, type Page } from '@playwright/test';

/** By its grip, to the upper half of another one; what is done before it is let go there. */
export async function drag(page: Page, from: Locator, to: Locator, meanwhile = async () => {}) {
  await to.scrollIntoViewIfNeeded();
  await from.hover();
  const grip = await middleOf(from.locator('[data-grip]'));
  await page.mouse.move(grip.x, grip.y);
  await page.mouse.down();
  await page.mouse.move(grip.x + 8, grip.y);
  await expect(page.locator('[data-dragged]')).toBeVisible();
  const place = await middleOf(to);
  await page.mouse.move(place.x, place.y - 4);
  await meanwhile();
  await page.mouse.up();
}

export async function middleOf(element: Locator): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = (await element.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  return { x: x + width / 2, y: y + height / 2 };
}
