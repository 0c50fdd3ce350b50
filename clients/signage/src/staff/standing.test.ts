import type { LiveState } from '@mycelium/client-kit/live';
import { expect, it } from 'vitest';
import { wordsIn } from '../language/words.ts';
import { standingOf } from './standing.ts';

it.each([
  [false, 'idle', 'waiting', 'Not paired'],
  [false, 'offline', 'waiting', 'Not paired'],
  [true, 'idle', 'waiting', 'Connecting…'],
  [true, 'connecting', 'waiting', 'Connecting…'],
  [true, 'live', 'ok', 'Online'],
  [true, 'offline', 'failing', 'Offline since noon'],
] satisfies [boolean, LiveState, string, string][])(
  'a screen (paired: %s) that is %s is %s: %s',
  (isPaired, live, state, said) => {
    const standing = standingOf(isPaired, live);
    const { [standing.word]: word } = wordsIn('en').mark;
    expect(standing.state).toBe(state);
    expect(typeof word === 'string' ? word : word('noon')).toBe(said);
  },
);
