/** The one scale of states, in the console and on a screen. `off` is what somebody wanted so; `failing` is what nothing comes of until somebody acts. */
export type State = 'ok' | 'waiting' | 'attention' | 'failing' | 'off';

/** The sign of each grade, a line drawing of 24 units. */
export const stateSigns = {
  ok: 'm5 12 5 5 9-10',
  waiting: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16ZM12 8v4l3 2',
  attention: 'M12 4 3 20h18ZM12 10v4M12 17v.1',
  failing: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16ZM9 9l6 6M15 9l-6 6',
  off: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16ZM8 12h8',
} as const satisfies Record<State, string>;
