import { Icon, type IconName } from './Icon.tsx';
import classes from './StateMark.module.css';

export type State = 'ok' | 'waiting' | 'attention' | 'failed' | 'off';

const icons: Record<State, IconName> = {
  ok: 'check',
  waiting: 'clock',
  attention: 'alert',
  failed: 'failed',
  off: 'off',
};

/** One scale of states everywhere: an icon, a word and a colour. */
export function StateMark({ state, word }: { state: State; word: string }) {
  return (
    <span className={classes.mark} style={{ color: `var(--${state})` }}>
      <Icon name={icons[state]} size={18} />
      {word}
    </span>
  );
}
