import { expect } from '@playwright/test';
import { openContext, openSession } from './log-in.ts';
import { makeTenant } from './tenant.ts';
import { test } from './worker-server.ts';

const SCHEDULE = `mutation ($payload: Settings!) {
  publishEvent(input: { eventType: "maintenance.scheduled", payload: $payload }) { eventId }
}`;

test('during a maintenance window the console says until when, without being loaded again, and then no more', async ({
  browser,
  server,
}) => {
  const email = await makeTenant(server);
  const context = await openContext(browser, server, { email });
  const page = await context.newPage();
  await page.clock.install();
  await page.goto(`${server.url}/app/account`);
  const banner = page.getByRole('status').filter({ hasText: 'Maintenance' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(banner).toHaveCount(0);

  const { accessToken } = await openSession(server, email);
  const [startsAt, endsAt, later] = [-60, 300, 3_600].map((s) => new Date(Date.now() + s * 1_000).toISOString());
  const schedule = (payload: object) => server.ask(SCHEDULE, { payload }, accessToken);
  await schedule({ title: 'New tills tomorrow', startsAt: endsAt, endsAt: later });
  await schedule({ title: 'New database', startsAt, endsAt });
  await expect(banner).toContainText('New database. Until');
  await page.clock.fastForward('05:00');
  // The one that follows it takes its place.
  await expect(banner).toContainText('New tills tomorrow');
  await expect(banner).toHaveCount(1);
  await context.close();
});
