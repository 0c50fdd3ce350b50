import { expect, test } from '@playwright/test';
import { logIn } from './log-in.ts';
import { Server } from './server.ts';

let server: Server;

test.beforeAll(async () => {
  server = await Server.withDemo();
  await server.start();
});

test.afterAll(async () => {
  await server?.stop();
});

const SCHEDULE = `mutation ($payload: Settings!) {
  publishEvent(input: { eventType: "maintenance.scheduled", payload: $payload }) { eventId }
}`;

test('during a maintenance window the console says until when, without being loaded again, and then no more', async ({
  page,
}) => {
  await logIn(page, server);
  const banner = page.getByRole('status').filter({ hasText: 'Maintenance' });
  await expect(banner).toHaveCount(0);

  const { login } = await server.ask<{ login: { accessToken: string } }>(
    'mutation { login(email: "owner@las-reinas.test", password: "mycelium-demo") { accessToken } }',
    {},
  );
  const [startsAt, endsAt, later] = [-60, 20, 3_600].map((s) => new Date(Date.now() + s * 1_000).toISOString());
  const schedule = (payload: object) => server.ask(SCHEDULE, { payload }, login.accessToken);
  await schedule({ title: 'New tills tomorrow', startsAt: endsAt, endsAt: later });
  await schedule({ title: 'New database', startsAt, endsAt });
  await expect(banner).toContainText('New database. Until');
  // The one that follows it takes its place.
  await expect(banner).toContainText('New tills tomorrow', { timeout: 35_000 });
  await expect(banner).toHaveCount(1);
});
