import type { TableState } from '../generated/graphql.ts';
import type { IconName } from '../look/Icon.tsx';

/** What each state of a table looks like; the word for it stands among those of the area. */
export const looks: Record<TableState, { icon: IconName; colour: string }> = {
  FREE: { icon: 'check', colour: 'var(--ok)' },
  SEATED: { icon: 'person', colour: 'var(--waiting)' },
  ORDERED: { icon: 'menu', colour: 'var(--waiting)' },
  BILL: { icon: 'alert', colour: 'var(--attention)' },
  DIRTY: { icon: 'off', colour: 'var(--off)' },
};
