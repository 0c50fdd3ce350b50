import { expect, test } from 'vitest';
import { configOf, draftOfConfig } from './config-draft.ts';

const settings = ['baseUrl', 'account', 'domain'].map((name) => ({ name }));

test('every setting of the product has a field, also when nothing is said yet', () => {
  expect(draftOfConfig(settings)).toEqual({ baseUrl: '', account: '', domain: '' });
  expect(draftOfConfig(settings, { account: 'las-reinas', old: 'x' })).toMatchObject({ account: 'las-reinas' });
});

test('what is left empty is not sent, so that the product can say that it is missing', () => {
  expect(configOf({ baseUrl: ' https://smp.example ', account: '', domain: ' ' })).toEqual({
    baseUrl: 'https://smp.example',
  });
});
