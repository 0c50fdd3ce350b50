import type { StationPage } from '../station/page.ts';
import { cashSessionOf, operations, together } from './outbox/operations.ts';
import { say } from './outbox/say.ts';
import { TillPage } from './TillPage.tsx';
import { tillWords } from './words.ts';

export const till: StationPage = {
  kind: 'TILL',
  path: '/till',
  scope: 'order:write',
  words: [['till', tillWords]],
  operations,
  together,
  cashSessionOf,
  say,
  Component: TillPage,
};
