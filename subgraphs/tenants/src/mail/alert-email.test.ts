import { alertKindNames } from '@mycelium/schema/alert-kinds';
import type { AlertTold } from '@mycelium/schema/subgraphs/events';
import { expect, test } from 'vitest';
import { alertEmail } from './alert-email.ts';
import { alertWords } from './alert-words.ts';
import type { MailLanguage } from './emails.ts';

const alert: AlertTold = {
  alertId: '0199a000-0000-7000-8000-000000000001',
  ...{ kind: 'SUCCESS_RATE', source: 'crm', target: 'hr', value: 90.5, threshold: 95 },
  at: '2026-11-20T18:00:00.000Z',
};
const over: AlertTold = { ...alert, value: 99, at: '2026-11-20T19:05:00.000Z', raised: { at: alert.at, value: 90.5 } };

function emailOf(language: MailLanguage, told: AlertTold, state: 'raised' | 'recovered' = 'recovered') {
  const url = 'https://graph.example/app/events/alerts';
  return alertEmail(language, { alert: told, state, tenant: 'Las Reinas', timeZone: 'America/Chicago', url });
}

test.each([
  ['en', 'Las Reinas: crm → hr: 90.5% of the events of the last hour succeeded (minimum 95%).'],
  ['es', 'Las Reinas: crm → hr: tuvo éxito el 90.5 % de los eventos de la última hora (mínimo 95 %).'],
  ['tr', 'Las Reinas: crm → hr: son bir saatteki olaylarda başarı oranı %90,5 (alt sınır: %95).'],
] as const)('in %s the subject says what is wrong, with numbers as they are written there', (language, subject) => {
  const message = emailOf(language, alert, 'raised');
  expect(message.subject).toBe(subject);
  expect(message.text).toContain('https://graph.example/app/events/alerts');
});

test.each([
  [
    'en',
    'Recovered: Low success rate, crm → hr.',
    ['It lasted 1 hour, 5 minutes, from Nov 20, 2026, 12:00 PM to', '90.5%', 'The success rate is now 99%.'],
  ],
  [
    'es',
    'Recuperado: Tasa de éxito baja, crm → hr.',
    ['Duró 1 hora y 5 minutos (de 20 nov 2026, 12:00 p.m. a', '90.5 %', 'Ahora la tasa de éxito es del 99 %.'],
  ],
  [
    'tr',
    'Düzeldi: Başarı oranı düşük, crm → hr.',
    ['1 saat 5 dakika sürdü: 20 Kas 2026 12:00 – ', '%90,5', 'Şimdi başarı oranı %99.'],
  ],
] as const)(
  'in %s the end names kind and channel, how long it lasted, the numbers then and now',
  (language, sentence, parts) => {
    const { subject, text } = emailOf(language, over);
    expect(subject).toBe(`Las Reinas: ${sentence}`);
    // Times are written with narrow spaces.
    const plain = text.replace(/\s/g, ' ');
    for (const part of [...parts, 'https://graph.example/app/events/alerts']) expect(plain).toContain(part);
  },
);

test.each([
  ['en', 'PENDING_AGE', 1, 'waiting for 1 minute (limit 5)'],
  ['en', 'PENDING_AGE', 7, 'waiting for 7 minutes (limit 5)'],
  ['es', 'PENDING_AGE', 1, 'desde hace 1 minuto (límite 5)'],
  ['en', 'FAILED_EVENTS', 1, '1 event failed in the last hour'],
  ['en', 'FAILED_EVENTS', 1_200, '1,200 events failed in the last hour'],
  ['es', 'FAILED_EVENTS', 1, '1 evento falló en la última hora'],
  ['es', 'FAILED_EVENTS', 1_000_000, '1,000,000 eventos fallaron en la última hora'],
] as const)('in %s a %s of %i is counted as one says it', (language, kind, value, part) => {
  expect(emailOf(language, { ...alert, kind, value, threshold: 5 }, 'raised').text).toContain(part);
});

test('where nothing can be counted, nothing is said of now; an endpoint has no channel', () => {
  const stopped = { ...over, kind: 'WEBHOOK_DISABLED', source: undefined, target: undefined, value: undefined };
  const { subject, text } = emailOf('en', stopped);
  expect(subject).toBe('Las Reinas: Recovered: A webhook was stopped, Webhook.');
  expect(text).toContain('When it began: A webhook endpoint was disabled.');
  expect(text).not.toContain('Now');
});

test('a kind that has no words is told by its name', () => {
  expect(emailOf('tr', { ...over, kind: 'NEW_KIND' }).subject).toBe('Las Reinas: Düzeldi: NEW_KIND, crm → hr.');
});

const screen: AlertTold = {
  ...{ alertId: alert.alertId, kind: 'SCREEN_OFFLINE', thingId: alert.alertId, name: 'Bar', value: 7, threshold: 5 },
  ...{ since: '2026-11-20T20:05:00.000Z', at: '2026-11-20T20:10:00.000Z' },
};

test.each([
  ['en', 'Las Reinas: Screen “Bar” has been offline since Nov 20, 2026, 2:05 PM', 'Open in the console'],
  ['es', 'Las Reinas: La pantalla «Bar» está sin conexión (desde el 20 nov 2026, 2:05 p.m.)', 'Abrir en la consola'],
  ['tr', 'Las Reinas: "Bar" ekranı çevrimdışı (başlangıç: 20 Kas 2026 14:05)', 'Konsolda aç'],
] as const)(
  'in %s a screen is named with the time since when it is offline, and the e-mail leads to it',
  (language, subject, link) => {
    const message = emailOf(language, screen, 'raised');
    expect(message.subject.replace(/\s/g, ' ')).toBe(subject);
    expect(message.text).toContain(link);
    const back = emailOf(language, { ...screen, value: undefined, raised: { at: screen.at, value: 7 } });
    expect(back.subject).toContain('Bar');
  },
);

test('every kind that is promised has words in each language', () => {
  for (const language of ['en', 'es', 'tr'] as const)
    expect(Object.keys(alertWords[language].kinds).toSorted()).toEqual(alertKindNames.toSorted());
});
