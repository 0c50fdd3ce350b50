import { expect, test } from 'vitest';
import { configOfSettings, draftOfSettings } from './settings-draft.ts';

const config = {
  direction: 'PUSH',
  sources: { name: 'LOCAL', description: 'BOTH', price: 'REMOTE', available: 'BOTH' },
  policy: 'MANUAL',
  confirmAbovePercent: 35,
  attempts: 2,
};

test('what is shown and saved unchanged is what was there', () => {
  expect(configOfSettings(draftOfSettings(config), config)).toEqual(config);
});

test('what a configuration does not say, or says in words that are not known, is the default', () => {
  const draft = draftOfSettings({ policy: 'NOBODY', sources: { price: 'LOCAL' } });
  expect(draft).toMatchObject({ direction: 'BOTH', policy: 'LOCAL_WINS', confirmAbovePercent: '20', attempts: '4' });
  expect(draft.sources).toEqual({ name: 'BOTH', description: 'BOTH', price: 'LOCAL', available: 'BOTH' });
});

test('what is no number goes to the server as it is, and a setting that has no field here stays', () => {
  const draft = { ...draftOfSettings(config), attempts: 'many', confirmAbovePercent: ' ' };
  const saved = configOfSettings(draft, { ...config, schedule: 'daily' });
  expect(saved).toMatchObject({ attempts: 'many', confirmAbovePercent: ' ', schedule: 'daily' });
});
