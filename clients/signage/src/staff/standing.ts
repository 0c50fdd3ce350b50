import type { LiveState } from '@mycelium/client-kit/live';
import type { State } from '@mycelium/client-kit/state';

interface Standing {
  state: State;
  word: 'notPaired' | 'connecting' | 'online' | 'offline';
}

const standings: Record<LiveState, Standing> = {
  idle: { state: 'waiting', word: 'connecting' },
  connecting: { state: 'waiting', word: 'connecting' },
  live: { state: 'ok', word: 'online' },
  offline: { state: 'failing', word: 'offline' },
};

/** Where this screen stands, on the scale and by the words of the console. One that nobody has claimed follows nothing yet. */
export function standingOf(isPaired: boolean, live: LiveState): Standing {
  return isPaired ? standings[live] : { state: 'waiting', word: 'notPaired' };
}
