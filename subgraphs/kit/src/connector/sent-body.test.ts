import { expect, test } from 'vitest';
import { encodeBody, type SentBody } from './sent-body.ts';

const form = 'application/x-www-form-urlencoded';

test.each<[SentBody, string, string]>([
  [{ json: { a: [1] } }, 'application/json', '{"a":[1]}'],
  [{ form: { To: '+90 555', Body: 'Ayşe & co' } }, form, 'To=%2B90+555&Body=Ay%C5%9Fe+%26+co'],
  [
    { form: { amount: 1250, metadata: { order_id: 'o1' }, expand: ['a', 'b'], capture: false } },
    form,
    'amount=1250&metadata%5Border_id%5D=o1&expand%5B0%5D=a&expand%5B1%5D=b&capture=false',
  ],
  [{ form: { left: undefined, taken: null } }, form, 'taken='],
  [
    {
      form: [
        ['MediaUrl', 'a'],
        ['MediaUrl', 'b'],
      ],
    },
    form,
    'MediaUrl=a&MediaUrl=b',
  ],
  [{ text: '<a/>', type: 'text/xml' }, 'text/xml', '<a/>'],
])('%j goes out as %s', (body, type, bytes) => {
  expect(encodeBody(body)).toEqual({ type, bytes });
});
