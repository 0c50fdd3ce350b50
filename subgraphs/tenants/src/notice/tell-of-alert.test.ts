import { publishToBus } from '@mycelium/bus/publish';
import { makeEvent } from '@mycelium/kit/outbox';
import { alertRaised } from '@mycelium/schema/subgraphs/events';
import { Redis } from 'ioredis';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type House, openHouse } from '../../test/house.ts';

let house: House;
let redis: Redis;
beforeAll(async () => {
  house = await openHouse();
  redis = new Redis(house.testing.redisUrl);
});
afterAll(async () => {
  redis.disconnect();
  await house.close();
});

async function raise(
  emails: 'OWNERS' | string[],
  target: string,
  alertId = uuidv7(),
  name: 'emails' | 'letters' = 'emails',
): Promise<void> {
  const viewer = { kind: 'gateway' as const, id: 'system', scopes: [] };
  const told = {
    ...{ alertId, kind: 'BREAKER_OPEN', target, value: 3, threshold: 0 },
    ...{ at: new Date().toISOString(), [name]: emails },
  };
  const call = { viewer, correlationId: 'test' };
  const event = makeEvent(alertRaised, told, { feed: house.ids.reinas, call });
  await publishToBus(redis, [{ event, targets: ['wrapper'] }]);
}

test('an e-mail goes to those who were chosen; when none of them works here any more, to the owners', async () => {
  const { viewer } = await house.enter('manager@las-reinas.test');
  await raise([viewer.id], 'hr');
  expect((await house.mailbox.next('manager@las-reinas.test')).subject).toContain('hr');
  const stranger = await house.enter('owner@el-farolito.test');
  await raise([stranger.viewer.id], 'crm');
  expect((await house.mailbox.next('owner@las-reinas.test')).subject).toContain('crm');
  expect(house.mailbox.emailsTo('owner@el-farolito.test')).toEqual([]);
  // As a version of before published it.
  await raise('OWNERS', 'affiliate', uuidv7(), 'letters');
  expect((await house.mailbox.next('owner@las-reinas.test')).subject).toContain('affiliate');
  expect(house.mailbox.emailsTo('manager@las-reinas.test')).toHaveLength(1);
});

test('it is a notice as well, once however often it is told; the e-mail is in the language of the person, or left out', async () => {
  const auditor = await house.enter('auditor@las-reinas.test');
  const choose = (input: object) =>
    auditor.run('mutation ($i: UpdatePreferencesInput!) { updatePreferences(input: $i) { language } }', { i: input });
  const NOTICES = '{ viewer { notices { edges { node { kind group path values } } } } }';
  const notices = async () => {
    const { viewer } = await auditor.run<{ viewer: { notices: { edges: { node: object }[] } } }>(NOTICES);
    return viewer.notices.edges.map(({ node }) => node);
  };
  const of = (where: string) => ({
    ...{ kind: 'alert.raised', group: 'ALERTS', path: '/events/alerts' },
    values: { alert: 'BREAKER_OPEN', where, value: 3, threshold: 0 },
  });
  await choose({ language: 'tr' });
  const alertId = uuidv7();
  await Promise.all([1, 2, 3].map(() => raise([auditor.viewer.id], 'hr', alertId)));
  expect((await house.mailbox.next('auditor@las-reinas.test')).text).toContain('Uyarılar');
  await choose({ emails: [{ group: 'ALERTS', wanted: false }] });
  await raise([auditor.viewer.id], 'crm');
  await vi.waitFor(async () => expect(await notices()).toEqual([of('crm'), of('hr')]));
  expect(house.mailbox.emailsTo('auditor@las-reinas.test')).toHaveLength(1);
});
