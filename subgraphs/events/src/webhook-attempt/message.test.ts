import type { Event } from '@mycelium/schema/event-type';
import { Webhook } from 'standardwebhooks';
import { v7 as uuidv7 } from 'uuid';
import { expect, test } from 'vitest';
import { bodyOf, headersOf } from './message.ts';
import { pauseOf, waitAfter } from './schedule.ts';

const secret = 'whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=';
const event: Event = {
  id: uuidv7(),
  type: 'user.created',
  feed: uuidv7(),
  source: 'crm',
  at: '2026-11-20T22:00:00.000Z',
  actor: { kind: 'user', id: 'x' },
  correlationId: 'x',
  payload: { entityId: 'user-456' },
};

test('the signature is that of the vector of Standard Webhooks', () => {
  const headers = headersOf('msg_1', new Date(1_700_000_000_000), '{"hello":"world"}', [secret]);
  expect(headers).toMatchObject({
    'webhook-id': 'msg_1',
    'webhook-timestamp': '1700000000',
    'webhook-signature': 'v1,MKMdLrQZtvhGCti+Xfl0dES/Iq+R/K9NkTcZcULT6UA=',
  });
});

test('with two secrets there are two signatures, and each secret alone verifies', () => {
  const other = `whsec_${Buffer.from('x'.repeat(32)).toString('base64')}`;
  const body = bodyOf(event);
  const headers = headersOf(event.id, new Date(), body, [other, secret]);
  expect(headers['webhook-signature']?.split(' ')).toHaveLength(2);
  for (const one of [other, secret]) expect(new Webhook(one).verify(body, headers)).toEqual(JSON.parse(body));
  expect(() => new Webhook(secret).verify(`${body} `, headers)).toThrow();
});

test('a body has type, timestamp and data, and from 20 kB on only the ids', () => {
  expect(JSON.parse(bodyOf(event))).toEqual({ type: event.type, timestamp: event.at, data: { entityId: 'user-456' } });
  const large = { ...event, payload: { entityId: 'user-456', id: 7, notes: 'ö'.repeat(10_000) } };
  const body = bodyOf(large);
  expect(JSON.parse(body).data).toEqual({ entityId: 'user-456', id: 7, eventId: event.id, isThin: true });
  expect(body.length).toBeLessThan(20_000);
});

test('the waits are those of Standard Webhooks, give or take a tenth, and none after the last attempt', () => {
  const [second, minute, hour] = [1_000, 60_000, 3_600_000];
  const waits = [5 * second, 5 * minute, 30 * minute, ...[2, 5, 10, 14, 20, 24].map((hours) => hours * hour)];
  for (const [index, wait] of waits.entries()) {
    expect(waitAfter(index + 1, 0, 0.5)).toBe(wait);
    expect(waitAfter(index + 1, 0, 0)).toBe(Math.round(wait * 0.9));
    expect(waitAfter(index + 1, 0, 1)).toBe(Math.round(wait * 1.1));
  }
  expect(waitAfter(10)).toBeUndefined();
  expect(waitAfter(1, 90 * second, 0.5)).toBe(90 * second);
});

test.each([
  ['120', 120_000],
  ['Fri, 20 Nov 2026 22:01:00 GMT', 60_000],
  ['Fri, 20 Nov 2026 21:00:00 GMT', undefined],
  ['99999999', 86_400_000],
  ['soon', undefined],
  [null, undefined],
])('Retry-After %s is a pause of %s ms', (header, pause) => {
  expect(pauseOf(header, Date.parse('2026-11-20T22:00:00Z'))).toBe(pause);
});
