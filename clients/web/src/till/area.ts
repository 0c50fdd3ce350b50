import type { Area } from '../shell/area.ts';
import { tillWords } from './words.ts';

export const till: Area = {
  name: 'till',
  path: '/till',
  title: { en: 'Till', es: 'Terminal', tr: 'Terminal' },
  icon: 'till',
  scope: 'order:write',
  routes: [{ path: '/till', lazy: () => import('../station/Enter.tsx') }],
  words: tillWords,
};
