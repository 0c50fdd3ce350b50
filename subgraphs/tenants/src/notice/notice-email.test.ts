import { noticeKinds } from '@mycelium/schema/notices';
import { expect, test } from 'vitest';
import { mailLanguages } from '../mail/emails.ts';
import { noticeEmail } from './notice-email.ts';
import { noticeWords } from './notice-words.ts';

const reader = { language: 'en', timeZone: 'America/Chicago', tenant: 'Las Reinas' } as const;
const expiring = {
  kind: 'api_key.expiring',
  path: '/access/1',
  values: { client: 'Partner <3', key: 'gg_live_Ab3d…', at: '2026-11-20T18:00:00.000Z' },
};

test.each(mailLanguages)(
  'every kind of the house has words in %s, but alerts, whose e-mails have their own',
  (language) => {
    const kinds = [...noticeKinds.keys()].filter((kind) => !kind.startsWith('alert.'));
    expect(Object.keys(noticeWords[language].kinds).toSorted()).toEqual(kinds.toSorted());
  },
);

test('moments are those of the zone of the one who reads, and the link leads into the console', () => {
  const { subject, text, html } = noticeEmail(reader, expiring, 'https://graph.example');
  expect(subject).toBe('Las Reinas: A key of Partner <3 expires soon');
  expect(text.replace(/\s/g, ' ')).toContain('From Nov 20, 2026, 12:00 PM on, the key gg_live_Ab3d… is refused.');
  expect(text).toContain('https://graph.example/app/access/1');
  expect(html).toContain('Partner &lt;3');
  const there = noticeEmail({ ...reader, language: 'tr', timeZone: 'Europe/Istanbul' }, expiring, '');
  expect(there.text.replace(/\s/g, ' ')).toContain('20 Kas 2026 21:00');
});

test('a kind without words is told by its name and its facts', () => {
  const odd = { kind: 'kitchen.on_fire', path: '/menu', values: { oven: 'Left', degrees: 1200 } };
  const { subject, text } = noticeEmail(reader, odd, '');
  expect(subject).toBe('Las Reinas: Kitchen on fire');
  expect(text).toContain('oven: Left, degrees: 1,200');
});
