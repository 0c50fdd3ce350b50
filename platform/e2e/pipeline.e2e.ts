import { expect, type Locator, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { Desk } from './desk.ts';
import { drag } from './drag.ts';
import { go } from './go.ts';
import { openPage } from './log-in.ts';
import type { Server } from './server.ts';
import { makeTenant } from './tenant.ts';
import { test } from './worker-server.ts';

const PIPELINE = 'mutation { createPipeline(input: { name: "Catering" }) { id stages { id name } } }';
const CREATE = 'mutation ($input: CreateOpportunityInput!) { createOpportunity(input: $input) { id version } }';
const MOVE = 'mutation ($id: ID!, $input: MoveOpportunityInput!) { moveOpportunity(id: $id, input: $input) { id } }';

const column = (page: Page, stage: string) =>
  page.getByRole('list', { name: `Opportunities in ${stage}`, exact: true });
const card = (page: Page, title: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('link', { name: title, exact: true }) });
const titles = (list: Locator) => list.getByRole('listitem').getByRole('link');
const notice = (page: Page) => page.getByRole('region', { name: 'Notices' });

/** A board with these cards in its first stage, from the top, in a business of its own. */
async function boardWith(browser: Parameters<typeof openPage>[0], server: Server, names: string[]) {
  const owner = await makeTenant(server);
  const desk = await Desk.open(browser, server, owner);
  const { createPipeline } = await desk.ask<{ createPipeline: { id: string; stages: { id: string; name: string }[] } }>(
    PIPELINE,
    {},
  );
  const made = new Map<string, { id: string; version: number }>();
  for (const title of names.toReversed()) {
    const { createOpportunity } = await desk.ask<{ createOpportunity: { id: string; version: number } }>(CREATE, {
      input: { pipelineId: createPipeline.id, title, amount: { amount: 10_000, currency: 'USD' } },
    });
    made.set(title, createOpportunity);
  }
  await go(desk.page, '/crm/pipeline');
  await expect(titles(column(desk.page, 'New'))).toHaveText(names);
  const stage = (name: string) => createPipeline.stages.find((each) => each.name === name)?.id;
  return { owner, desk, page: desk.page, made, stage };
}

test('a card goes where it is dropped, in every window, and by keys; the sums go with it', async ({
  browser,
  server,
}) => {
  const { owner, desk, page } = await boardWith(browser, server, ['Wedding', 'Office lunch', 'Fair']);
  const other = await openPage(browser, server, { email: owner, path: '/crm/pipeline' });
  await drag(page, card(page, 'Wedding'), column(page, 'In talks'));
  await expect(titles(column(page, 'New'))).toHaveText(['Office lunch', 'Fair']);
  await drag(page, card(page, 'Fair'), card(page, 'Office lunch'));
  for (const each of [page, other]) {
    await expect(titles(column(each, 'In talks'))).toHaveText(['Wedding']);
    await expect(titles(column(each, 'New'))).toHaveText(['Fair', 'Office lunch']);
    await expect(each.getByRole('heading', { name: /^New/ })).toHaveText('New 2');
    await expect(each.getByText('$200.00')).toBeVisible();
  }
  await expectAccessible(page);

  await titles(column(page, 'New')).first().focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(titles(column(other, 'In talks'))).toHaveText(['Fair', 'Wedding']);
  await expect(page.getByRole('link', { name: 'Fair', exact: true })).toBeFocused();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(titles(column(other, 'In talks'))).toHaveText(['Wedding', 'Fair']);
  await page.getByRole('button', { name: 'Move Office lunch' }).press('Enter');
  await page.getByRole('menuitem', { name: 'To Offer made' }).press('Enter');
  await expect(titles(column(other, 'Offer made'))).toHaveText(['Office lunch']);
  await notice(page).getByRole('button', { name: 'Undo' }).last().click();
  await expect(titles(column(other, 'New'))).toHaveText(['Office lunch']);
  await other.context().close();
  await desk.close();
});

test('what is lost is asked why, and goes nowhere without an answer', async ({ browser, server }) => {
  const { desk, page } = await boardWith(browser, server, ['Wedding', 'Fair']);
  await drag(page, card(page, 'Fair'), column(page, 'Lost'));
  const dialog = page.getByRole('dialog', { name: 'Why was Fair lost?' });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(titles(column(page, 'New'))).toHaveText(['Wedding', 'Fair']);
  await drag(page, card(page, 'Fair'), column(page, 'Lost'));
  await dialog.getByRole('button', { name: 'Lost' }).click();
  await expect(dialog.getByText('Say why it was lost.')).toBeVisible();
  await dialog.getByLabel('Reason').fill('Too dear');
  await dialog.getByRole('button', { name: 'Lost' }).click();
  await expect(column(page, 'Lost').getByText('Too dear')).toBeVisible();
  await page.getByRole('link', { name: 'Wedding', exact: true }).click();
  await desk.panel.getByRole('button', { name: 'Won', exact: true }).click();
  await expect(titles(column(page, 'Won'))).toHaveText(['Wedding']);
  await page.getByText('List', { exact: true }).click();
  await page.getByLabel('State').selectOption('Won and lost');
  await expect(page.getByRole('list', { name: 'Pipeline' }).getByRole('listitem')).toHaveCount(2);
  await desk.close();
});

test('a card that somebody moved meanwhile stands where they put it, and that is said', async ({ browser, server }) => {
  const { desk, page, made, stage } = await boardWith(browser, server, ['Wedding']);
  const { id, version } = made.get('Wedding') ?? {};
  await drag(page, card(page, 'Wedding'), column(page, 'In talks'), async () => {
    // When it is let go, the page has not heard of it yet.
    let isMoved = false;
    await page.route('**/graphql', async (route) => {
      const isMove = route
        .request()
        .postData()
        ?.includes(`"stageId":"${stage('In talks')}"`);
      if (isMove && !isMoved) {
        isMoved = true;
        await desk.ask(MOVE, { id, input: { version, stageId: stage('Offer made') } });
      }
      await route.continue();
    });
  });
  await expect(titles(column(page, 'Offer made'))).toHaveText(['Wedding']);
  await expect(notice(page)).toContainText('changed');
  await desk.close();
});

test('the first pipeline is one press, the first opportunity a form, and a stage goes with what stands in it', async ({
  browser,
  server,
}) => {
  const desk = await Desk.open(browser, server, await makeTenant(server));
  const { page, panel } = desk;
  await go(page, '/crm/pipeline');
  await page.getByRole('button', { name: 'Create a pipeline' }).click();
  await page.getByRole('link', { name: 'New opportunity', exact: true }).click();
  await panel.getByLabel('Title').fill('Quinceañera');
  await panel.getByLabel('Value').fill('1200');
  await panel.getByRole('button', { name: 'Create' }).click();
  await expect(titles(column(page, 'New'))).toHaveText(['Quinceañera']);
  await page.getByRole('link', { name: 'Stages' }).click();
  await panel.getByRole('button', { name: 'Remove stage New' }).click();
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByText('Choose where its opportunities go: 1.')).toBeVisible();
  await panel.getByLabel('Move the opportunities in New (1) to').selectOption('In talks');
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(titles(column(page, 'In talks'))).toHaveText(['Quinceañera']);
  await expect(column(page, 'New')).toHaveCount(0);
  await desk.close();
});

test('on a phone one stage is in sight, and a card is moved by its menu', async ({ browser, server }) => {
  const { desk, page } = await boardWith(browser, server, ['Wedding']);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: 'Move Wedding' }).click();
  await page.getByRole('menuitem', { name: 'To In talks' }).click();
  await expect(titles(column(page, 'In talks'))).toHaveText(['Wedding']);
  await expect(page.getByRole('link', { name: 'Wedding', exact: true })).toBeInViewport();
  await desk.close();
});
