import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { Desk } from './desk.ts';
import { makeTenant } from './tenant.ts';
import { test } from './worker-server.ts';

const cases = new URL('../../subgraphs/crm/test/cases/notes.json', import.meta.url);
const written: { markdown: string }[] = JSON.parse(readFileSync(cases, 'utf8'));

test('whatever somebody wrote into a note runs nothing, asks no other server, and leads nowhere but to the web and the mail', async ({
  browser,
  server,
}) => {
  const desk = await Desk.open(browser, server, await makeTenant(server));
  const { page } = desk;
  // Whoever is mentioned has to be there, so a mention of nobody cannot be written.
  const texts = written.map(({ markdown }) => markdown).filter((markdown) => !markdown.includes('](user:'));
  for (const content of texts)
    await desk.ask('mutation ($input: CreateNoteInput!) { createNote(input: $input) { id } }', {
      input: { subject: { kind: 'TENANT', id: desk.tenantId }, content },
    });

  const outside: string[] = [];
  const said: string[] = [];
  page.on('request', (request) => {
    if (!/^(?:blob|data):/.test(request.url()) && new URL(request.url()).origin !== server.url)
      outside.push(request.url());
  });
  page.on('dialog', (dialog) => {
    said.push(dialog.message());
    void dialog.dismiss();
  });
  // A breach that the policy of the page stops is one of ours all the same.
  page.on('console', (message) => {
    if (/content security policy|refused to/i.test(message.text())) said.push(message.text());
  });
  page.on('popup', (popup) => said.push(`opened ${popup.url()}`));

  await page.goto(`${server.url}/app/crm/notes`);
  const notes = page.getByRole('list', { name: 'Notes' }).getByRole('listitem');
  // A task in a note is an item of a list too.
  await expect.poll(() => notes.count()).toBeGreaterThanOrEqual(texts.length);
  await expect(page.getByText('click')).toBeVisible();
  await expect(page.getByText('<img src=x onerror=alert(1)>')).toBeVisible();
  await expect(page.locator('main').locator('img, script, iframe, object, embed, form, style')).toHaveCount(0);

  const links = page.getByRole('list', { name: 'Notes' }).locator('a');
  const addresses = await links.evaluateAll((all) =>
    all.map((link) => ({ href: link.getAttribute('href') ?? '', rel: link.getAttribute('rel') })),
  );
  const away = addresses.filter(({ href }) => !href.startsWith('/app/crm/notes/'));
  expect(away.length).toBeGreaterThan(4);
  expect(away.filter(({ href, rel }) => !/^(?:https?:\/\/|mailto:)/i.test(href) || !rel?.includes('noopener'))).toEqual(
    [],
  );

  // What looks like a link and is none leads to its note, as all of a note does.
  await page.getByText('click').click({ force: true });
  await expect(page).toHaveURL(/\/crm\/notes\/[0-9a-f-]{36}/);
  await expect(desk.panel.getByText('click').first()).toBeVisible();
  expect({ outside, said }).toEqual({ outside: [], said: [] });
  await desk.close();
});
