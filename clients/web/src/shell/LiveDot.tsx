import { useAge, useLive } from '@mycelium/client-kit/use-live';
import { useTranslation } from 'react-i18next';
import { useConnection } from '../graph/GraphProvider.tsx';
import { relativeTime } from '../look/relative-time.ts';
import classes from './LiveDot.module.css';

/** Says whether what is shown is live, and how old it is when it is not. */
export function LiveDot() {
  const { t, i18n } = useTranslation();
  const live = useLive(useConnection());
  const age = useAge(live);
  const state = live.state === 'idle' ? 'connecting' : live.state;
  return (
    <span className={classes.live} data-state={state} role="status">
      <span className={classes.dot} />
      {age === undefined
        ? t(`live.${state}`)
        : t('live.offlineSince', { age: relativeTime(-age * 1_000, i18n.language) })}
    </span>
  );
}
