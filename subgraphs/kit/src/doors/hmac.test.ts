import { describe, expect, test } from 'vitest';
import type { Delivery } from './delivery.ts';
import { after, type HmacScheme, hmac, sharedSecret, stamped } from './hmac.ts';

const now = 1_700_000_000_000;
const hello = '{"hello":"world"}';
const toast =
  '{"timestamp":"2026-01-02T03:04:05.000Z","eventCategory":"order_updated","eventType":"order_updated","guid":"g1","details":{}}';
const header = (name: string) => (delivery: Delivery) => delivery.headers[name] ?? '';
const timestampIn = ({ body }: Delivery) =>
  /"timestamp"\s*:\s*"([^"\\]{1,40})"/.exec(body.toString('latin1'))?.[1] ?? '';

interface Vendor {
  name: string;
  scheme: HmacScheme;
  secret: string;
  headers: Record<string, string>;
  url?: string;
  body?: string;
}

const vendors: Vendor[] = [
  {
    name: 'Stripe',
    scheme: {
      header: 'stripe-signature',
      encoding: 'hex',
      read: stamped,
      signed: ({ body }, time) => [`${time}.`, body],
      toleranceMs: 300_000,
    },
    secret: 'whsec_test',
    headers: { 'stripe-signature': 't=1700000000,v1=f592bbf3951cfc94e560eecfb5d9dd4da6b0fff2e626235f8ab4b54860925d0b' },
  },
  {
    name: 'Stripe, while a secret is replaced',
    scheme: {
      header: 'stripe-signature',
      encoding: 'hex',
      read: stamped,
      signed: ({ body }, time) => [`${time}.`, body],
      toleranceMs: 300_000,
    },
    secret: 'whsec_test',
    headers: {
      'stripe-signature': `t=1700000000,v1=${'0'.repeat(64)},v0=x,v1=f592bbf3951cfc94e560eecfb5d9dd4da6b0fff2e626235f8ab4b54860925d0b`,
    },
  },
  {
    name: 'Clover, hosted checkout',
    scheme: {
      header: 'clover-signature',
      encoding: 'hex',
      read: stamped,
      signed: ({ body }, time) => [`${time}.`, body],
    },
    secret: 'clover_secret',
    headers: { 'clover-signature': 't=1700000000,v1=a94aec9df778737159ccc245c02474910170e1cb0e04cb76923a5b26ff456194' },
  },
  {
    name: 'Shopify',
    scheme: { header: 'x-shopify-hmac-sha256', encoding: 'base64' },
    secret: 'shop_secret',
    headers: { 'x-shopify-hmac-sha256': 'E8LnAhuy5x6nHhELZN7GVVB5mM2zfuqa1Efmqq39eKQ=' },
  },
  {
    name: 'Square',
    scheme: { header: 'x-square-hmacsha256-signature', encoding: 'base64', signed: ({ url, body }) => [url, body] },
    secret: 'sq_key',
    url: 'https://example.test/hooks/square',
    headers: { 'x-square-hmacsha256-signature': 'isvbxx4SzBemh67qpdYOWf87l+qMPHZG1zQI3u2zTyQ=' },
  },
  {
    name: 'Toast',
    scheme: {
      header: 'toast-signature',
      encoding: 'base64',
      signed: (delivery) => [delivery.body, timestampIn(delivery)],
    },
    secret: 'toast_secret',
    body: toast,
    headers: { 'toast-signature': 'xygpHp/j7caxuWOb0sNHW8epRJj8NYdRjjSex04DA+I=' },
  },
  {
    name: 'WhatsApp',
    scheme: { header: 'x-hub-signature-256', encoding: 'hex', read: after('sha256=') },
    secret: 'app_secret',
    headers: { 'x-hub-signature-256': 'sha256=f47591022c65041e8e2ade722e894e6f0c22255c2d26eba5959c326b0743f01d' },
  },
  {
    name: 'QuickBooks',
    scheme: { header: 'intuit-signature', encoding: 'base64' },
    secret: 'verifier',
    headers: { 'intuit-signature': 'W6gpHvQfljd5EfbzVGOltpTuXEwZ2SMOOeK7ZFK/Y84=' },
  },
  {
    name: 'Standard Webhooks',
    scheme: {
      header: 'webhook-signature',
      encoding: 'base64',
      keyOf: (secret) => Buffer.from(secret.replace(/^whsec_/, ''), 'base64'),
      read: (value, { headers }) => ({
        time: headers['webhook-timestamp'],
        signatures: value.split(' ').flatMap((each) => (each.startsWith('v1,') ? [each.slice(3)] : [])),
      }),
      signed: (delivery, time) => [`${header('webhook-id')(delivery)}.${time}.`, delivery.body],
      toleranceMs: 300_000,
    },
    secret: 'whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=',
    headers: {
      'webhook-id': 'msg_1',
      'webhook-timestamp': '1700000000',
      'webhook-signature': 'v1,AAAA v1,MKMdLrQZtvhGCti+Xfl0dES/Iq+R/K9NkTcZcULT6UA=',
    },
  },
];

describe.each(vendors)('what $name signs', ({ scheme, secret, headers, url = 'https://x.test/', body = hello }) => {
  const verify = hmac(scheme);
  const delivery: Delivery = {
    ...{ door: 'vendor', connectionId: 'c', method: 'POST', correlationId: 'c1' },
    ...{ url, headers, body: Buffer.from(body) },
  };
  const signature = headers[scheme.header] ?? '';

  test('is known by its vector, and by no other secret', () => {
    expect(verify(delivery, secret, now)).toBe(true);
    expect(verify(delivery, `x${secret}`, now)).toBe(false);
    expect(verify(delivery, '', now)).toBe(false);
  });

  test.each([
    ['a byte more', { body: Buffer.from(`${body}\n`) }],
    ['a byte less', { body: Buffer.from(body.slice(1)) }],
    ['nothing', { body: Buffer.alloc(0) }],
    ['no signature', { headers: {} }],
    ['an empty signature', { headers: { ...headers, [scheme.header]: '' } }],
    ['half a signature', { headers: { ...headers, [scheme.header]: signature.slice(0, -8) } }],
    ['a signature that is no text of the kind', { headers: { ...headers, [scheme.header]: '\uFFFD\u0000=,' } }],
    [
      'a thousand signatures',
      { headers: { ...headers, [scheme.header]: `${'v1=0,'.repeat(1_000)}${'v1,0 '.repeat(1_000)}${signature}` } },
    ],
  ])('is not believed with %s', (_what, changed) => {
    expect(verify({ ...delivery, ...changed }, secret, now)).toBe(false);
  });

  test('is not believed at another time, where it says its time', () => {
    if (scheme.toleranceMs === undefined) return;
    expect(verify(delivery, secret, now + 299_000)).toBe(true);
    expect(verify(delivery, secret, now + 301_000)).toBe(false);
    expect(verify(delivery, secret, now - 301_000)).toBe(false);
  });
});

test('a shared secret is compared as it is', () => {
  const verify = sharedSecret('x-clover-auth');
  const delivery = (told: string): Delivery => ({
    ...{ door: 'clover', connectionId: 'c', method: 'POST', url: '', correlationId: 'c1', body: Buffer.alloc(0) },
    headers: { 'x-clover-auth': told },
  });
  expect([verify(delivery('code'), 'code', now), verify(delivery('cod'), 'code', now)]).toEqual([true, false]);
});
