import { eventOf } from '@mycelium/bus/chaos/story';
import { publishToBus } from '@mycelium/bus/publish';
import { afterAll, expect, test } from 'vitest';
import { status } from './receiver.testing.ts';
import { openTold } from './told.testing.ts';

const told = await openTold();
const { endpointAt, publish, receiver, redis, untilAttempts } = told;
afterAll(told.close);

test.each<[string, unknown, string]>([
  ['a NUL in the event', { s: 'bad\0byte' }, 'ok'],
  ['half an emoji in the event', { s: 'cut \ud83d' }, 'ok'],
  ['a text as the payload', 'text', 'ok'],
  ['a NUL in the answer', {}, 'o\0k'],
])('%s: it is sent once and written down, and so are those before and behind it', async (name, payload, answer) => {
  const path = `/${name.replaceAll(/\W/g, '')}`;
  receiver.answer(path, status(200, {}, answer));
  const endpoint = await endpointAt(path);
  const first = await publish(endpoint.viewer);
  const event = { ...eventOf(endpoint.tenant, 1, 'crm', 'user.created'), payload };
  await publishToBus(redis, [{ event, targets: ['hr'] }]);
  const last = await publish(endpoint.viewer);
  const attempts = await untilAttempts(endpoint, 3);
  expect(attempts.map(({ outcome }) => outcome)).toEqual(['DELIVERED', 'DELIVERED', 'DELIVERED']);
  expect(attempts.map(({ eventId }) => eventId).toSorted()).toEqual([first, event.id, last].toSorted());
  expect(receiver.at(path)).toHaveLength(3);
});
