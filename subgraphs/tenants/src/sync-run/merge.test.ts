import { expect, test } from 'vitest';
import { syncConfigSchema } from '../sync/sync-config.ts';
import { type Facts, merge } from './merge.ts';

const agreed: Facts = {
  name: { es: 'Taco' },
  description: {},
  price: { amount: 450, currency: 'USD' },
  available: true,
};
const costs = (amount: number): Facts => ({ ...agreed, price: { amount, currency: 'USD' } });
const price = (amount: number) => ({ price: { amount, currency: 'USD' } });
const [earlier, later] = [new Date(1_000), new Date(2_000)];

test.each([
  ['nothing changed', {}, agreed, agreed, {}, {}, []],
  ['only we changed', {}, costs(500), agreed, {}, price(500), []],
  ['only they changed', {}, agreed, costs(600), price(600), {}, []],
  ['both changed to the same', {}, costs(500), costs(500), {}, {}, []],
  ['both changed, LOCAL_WINS', { policy: 'LOCAL_WINS' }, costs(500), costs(600), {}, price(500), []],
  ['both changed, REMOTE_WINS', { policy: 'REMOTE_WINS' }, costs(500), costs(600), price(600), {}, []],
  ['both changed, NEWEST, they were later', { policy: 'NEWEST' }, costs(500), costs(600), price(600), {}, []],
  ['both changed, MANUAL', { policy: 'MANUAL' }, costs(500), costs(600), {}, {}, ['price']],
  ['the price is ours, they changed it', { sources: { price: 'LOCAL' } }, agreed, costs(600), {}, price(450), []],
  ['the price is theirs, we changed it', { sources: { price: 'REMOTE' } }, costs(500), agreed, price(450), {}, []],
] as const)('%s', (_name, config, local, remote, toLocal, toRemote, conflicts) => {
  const merged = merge({ agreed, local, remote, localAt: earlier, remoteAt: later }, syncConfigSchema.parse(config));
  expect(merged).toMatchObject({ toLocal, toRemote, conflicts });
  expect(Object.keys(merged.toLocal)).toEqual(Object.keys(toLocal));
});

test('different fields changed on both sides are both taken, and what is disputed stays as it was agreed', () => {
  const rules = syncConfigSchema.parse({ policy: 'MANUAL' });
  const local = { ...costs(500), available: false };
  const remote = { ...costs(600), name: { es: 'Taco grande' } };
  const merged = merge({ agreed, local, remote, localAt: earlier, remoteAt: later }, rules);
  expect(merged.toLocal).toEqual({ name: { es: 'Taco grande' } });
  expect(merged.toRemote).toEqual({ available: false });
  expect(merged.agreed).toEqual({ ...agreed, name: { es: 'Taco grande' }, available: false });
});
