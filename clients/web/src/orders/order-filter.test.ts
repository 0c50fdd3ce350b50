import { expect, test } from 'vitest';
import { filterIn } from './order-filter.ts';

test.each([
  ['', {}],
  ['day=2026-12-24&open=1', { businessDate: '2026-12-24', open: true }],
  ['progress=READY&money=PAID&channel=ONLINE', { progress: ['READY'], money: ['PAID'], channel: 'ONLINE' }],
  ['find=17', { number: 17 }],
  ['find=%2317', { number: 17 }],
  ['find=al pastor', { search: 'al pastor' }],
  ['find=12345678901', { search: '12345678901' }],
  ['day=tomorrow&progress=ALL&channel=FAX&find=+', {}],
])('the address ?%s asks for %o', (address, filter) => {
  expect(filterIn(new URLSearchParams(address))).toEqual(filter);
});
