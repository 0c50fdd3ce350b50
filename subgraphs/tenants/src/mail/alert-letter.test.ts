import type { AlertTold } from '@mycelium/schema/subgraphs/events';
import { expect, test } from 'vitest';
import { alertLetter } from './alert-letter.ts';
import type { MailLanguage } from './letters.ts';

const alert: AlertTold = {
  alertId: '0199a000-0000-7000-8000-000000000001',
  ...{ kind: 'SUCCESS_RATE', source: 'crm', target: 'hr', value: 90.5, threshold: 95 },
  at: '2026-11-20T18:00:00.000Z',
};
const over: AlertTold = { ...alert, value: 99, at: '2026-11-20T19:05:00.000Z', raised: { at: alert.at, value: 90.5 } };

function letterOf(language: MailLanguage, told: AlertTold, state: 'raised' | 'recovered' = 'recovered') {
  const url = 'https://graph.example/app/events/alerts';
  return alertLetter(language, { alert: told, state, tenant: 'Las Reinas', timeZone: 'America/Chicago', url });
}

test.each([
  ['en', 'Las Reinas: crm → hr: 90.5 % of the events of the last hour succeeded, fewer than 95 %.'],
  ['es', 'Las Reinas: crm → hr: salió bien el 90,5 % de los eventos de la última hora, menos del 95 %.'],
  ['tr', 'Las Reinas: crm → hr: son bir saatteki olayların %90,5 kadarı başarılı oldu; sınır %95.'],
] as const)('in %s the subject says what is wrong, with numbers as they are written there', (language, subject) => {
  const letter = letterOf(language, alert, 'raised');
  expect(letter.subject).toBe(subject);
  expect(letter.text).toContain('https://graph.example/app/events/alerts');
});

test.each([
  [
    'en',
    'Recovered: Too few succeed, crm → hr.',
    ['It lasted 1 hour, 5 minutes, from Nov 20, 2026, 12:00 PM to', '90.5 %', 'Now 99 % succeed.'],
  ],
  [
    'es',
    'Recuperado: Muy pocos salen bien, crm → hr.',
    ['Duró 1 hora y 5 minutos, desde 20 nov 2026, 12:00 hasta', '90,5 %', 'Ahora sale bien el 99 %.'],
  ],
  [
    'tr',
    'Düzeldi: Çok azı başarılı oluyor, crm → hr.',
    ['1 saat 5 dakika sürdü: 20 Kas 2026 12:00 – ', '%90,5', 'Şimdi %99 kadarı başarılı.'],
  ],
] as const)(
  'in %s the end names kind and channel, how long it lasted, the numbers then and now',
  (language, sentence, parts) => {
    const { subject, text } = letterOf(language, over);
    expect(subject).toBe(`Las Reinas: ${sentence}`);
    // Times are written with narrow spaces.
    const plain = text.replace(/\s/g, ' ');
    for (const part of [...parts, 'https://graph.example/app/events/alerts']) expect(plain).toContain(part);
  },
);

test('where nothing can be counted, nothing is said of now; an endpoint has no channel', () => {
  const stopped = { ...over, kind: 'WEBHOOK_DISABLED', source: undefined, target: undefined, value: undefined };
  const { subject, text } = letterOf('en', stopped);
  expect(subject).toBe('Las Reinas: Recovered: A webhook was stopped, Webhook.');
  expect(text).toContain('When it began: A webhook endpoint was disabled.');
  expect(text).not.toContain('Now');
});

test('a kind that has no words is told by its name', () => {
  expect(letterOf('tr', { ...over, kind: 'NEW_KIND' }).subject).toBe('Las Reinas: Düzeldi: NEW_KIND, crm → hr.');
});
