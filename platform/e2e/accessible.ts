import { expect, type Page } from '@playwright/test';
import axe, { type Result } from 'axe-core';

/** What axe finds on this page. It comes into a page once, for as long as that is not loaded again; what is right needs no report. */
export async function violationsOn(page: Page): Promise<Result[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate("axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations)");
}

export async function expectAccessible(page: Page): Promise<void> {
  expect(await violationsOn(page)).toEqual([]);
}
