import { expect, test } from 'vitest';
import { type Happening, type Held, type Step, stepOf } from './held.ts';

const from = { x: 100, y: 100 };
const mouse: Held = { pointerId: 1, isTouch: false, from, at: from, isLifted: false };
const finger: Held = { ...mouse, isTouch: true };
const moved = (by: number, more: object = {}): Happening => ({
  ...{ type: 'move', pointerId: 1, at: { x: 100, y: 100 + by }, isPressed: true },
  ...more,
});
const other = { pointerId: 2 };

test.each<[string, Held, Happening, Step]>([
  ['a mouse that trembles lifts nothing yet', mouse, moved(3), 'follow'],
  ['a mouse that moves lifts the row', mouse, moved(6), 'lift'],
  ['a mouse that is pressed for long lifts nothing by that', mouse, { type: 'longPress' }, 'none'],
  ['a finger that moves at once scrolls', finger, moved(6), 'giveUp'],
  ['a finger that trembles is still pressing', finger, moved(5), 'follow'],
  ['a finger that stays lifts the row', finger, { type: 'longPress' }, 'lift'],
  ['a press that is released is a click', mouse, { type: 'release', pointerId: 1 }, 'giveUp'],
  ['Escape before anything is lifted is for others', mouse, { type: 'key', key: 'Escape' }, 'none'],
])('%s', (_, held, happening, step) => {
  expect(stepOf(held, happening)).toBe(step);
});

for (const held of [mouse, finger].map((each) => ({ ...each, isLifted: true })))
  test.each<[string, Happening, Step]>([
    ['it follows', moved(200), 'follow'],
    ['it is let go', { type: 'release', pointerId: 1 }, 'drop'],
    ['Escape gives it up', { type: 'key', key: 'Escape' }, 'giveUp'],
    ['another key does nothing', { type: 'key', key: 'Enter' }, 'none'],
    ['the browser takes it for a scroll', { type: 'cancel', pointerId: 1 }, 'giveUp'],
    ['a colleague removes the row', { type: 'rowGone' }, 'giveUp'],
    ['one goes to another window', { type: 'windowLeft' }, 'giveUp'],
    ['it was let go outside, and comes back', moved(200, { isPressed: false }), 'giveUp'],
    ['a second finger moves', moved(50, other), 'none'],
    ['a second finger is lifted', { type: 'release', ...other }, 'none'],
    ['a second finger is taken for a gesture', { type: 'cancel', ...other }, 'none'],
    ['it is pressed for longer', { type: 'longPress' }, 'none'],
  ])(`a row under way by ${held.isTouch ? 'finger' : 'mouse'}: %s`, (_, happening, step) => {
    expect(stepOf(held, happening)).toBe(step);
  });
