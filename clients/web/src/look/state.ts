import type { State } from '@mycelium/client-kit/state';
import type { IconName } from './Icon.tsx';

/** How something is: where that stands on the scale, the word for it among those of its noun, and since when where that matters. */
export interface Standing<Word extends string = string> {
  state: State;
  word: Word;
  since?: string | undefined;
}

/** What each grade looks like. */
export const grades: Record<State, { icon: IconName; colour: string }> = {
  ok: { icon: 'check', colour: 'var(--ok)' },
  waiting: { icon: 'clock', colour: 'var(--waiting)' },
  attention: { icon: 'alert', colour: 'var(--attention)' },
  failing: { icon: 'failed', colour: 'var(--failed)' },
  off: { icon: 'off', colour: 'var(--off)' },
};
