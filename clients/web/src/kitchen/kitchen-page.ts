import type { StationPage } from '../station/page.ts';
import { operations } from './outbox/operations.ts';
import { say } from './outbox/say.ts';
import { KitchenPage } from './screen/KitchenPage.tsx';
import { kitchenWords } from './words.ts';

export const kitchenPage: StationPage = {
  kind: 'KITCHEN',
  path: '/kitchen',
  scope: 'kitchen:write',
  words: [['kitchen', kitchenWords]],
  operations,
  say,
  Component: KitchenPage,
};
