import { expect, test } from 'vitest';
import { logIn } from './client.ts';
import { inOneProcess } from './network.ts';

test('a calendar program reads what its person has to do at an address that can be ended, and others read nothing', async () => {
  const network = await inOneProcess();
  try {
    const owner = await logIn(network.url, 'owner@las-reinas.test');
    const { viewer } = await owner.run<{ viewer: { id: string; tenant: { id: string } } }>(
      '{ viewer { id tenant { id } } }',
    );
    const { createActivity } = await owner.run<{ createActivity: { timeZone: string } }>(
      'mutation ($input: CreateActivityInput!) { createActivity(input: $input) { timeZone } }',
      {
        input: {
          ...{ type: 'CALL', title: 'Call the mill', dueOn: '2031-04-01', assigneeId: viewer.id },
          subject: { kind: 'TENANT', id: viewer.tenant.id },
        },
      },
    );
    expect(createActivity.timeZone).toMatch(/^\w+\/\w+/);
    const { createCalendarFeed } = await owner.run<{ createCalendarFeed: { address: string } }>(
      'mutation { createCalendarFeed { address } }',
    );
    const { pathname, search } = new URL(createCalendarFeed.address);
    const read = (path: string) => fetch(`${network.url}${path}`);
    const calendar = await read(pathname + search);
    expect([calendar.status, calendar.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(calendar.headers.get('cache-control')).toContain('no-store');
    expect(await calendar.text()).toContain('SUMMARY:Call the mill');
    const twice = `${pathname}${search}&key=x`;
    const others = [pathname, `${pathname}?key=`, `${pathname}?key=gg_calendar_${'x'.repeat(43)}`, twice];
    for (const path of others) expect([path, (await read(path)).status]).toEqual([path, 404]);
    await owner.run('mutation { revokeCalendarFeed }');
    expect((await read(pathname + search)).status).toBe(404);
    await owner.close();
  } finally {
    await network.close();
  }
}, 60_000);
