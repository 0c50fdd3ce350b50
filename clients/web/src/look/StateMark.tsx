import type { State } from '@mycelium/client-kit/state';
import { useTranslation } from 'react-i18next';
import { dateFormat } from '../words/formats.ts';
import { durationText } from './duration.ts';
import { Icon } from './Icon.tsx';
import classes from './StateMark.module.css';
import { grades } from './state.ts';
import { useTicking } from './use-ticking.ts';

interface StateMarkProps {
  state: State;
  word: string;
  /** Since when it is so. */
  since?: string | undefined;
}

/** One scale of states everywhere: an icon, a word and a colour, and for how long. */
export function StateMark({ state, word, since }: StateMarkProps) {
  const { icon, colour } = grades[state];
  return (
    <span className={classes.mark} style={{ color: colour }} data-state={state}>
      <Icon name={icon} size={18} />
      <span>
        <span className={classes.word}>{word}</span> {since && <Lasting since={since} />}
      </span>
    </span>
  );
}

function Lasting({ since }: { since: string }) {
  const { t, i18n } = useTranslation();
  const text = useTicking(10_000, (now) => {
    const ms = Math.max(1_000, now - new Date(since).getTime());
    return durationText(ms, i18n.language);
  });
  return (
    <time
      className={classes.since}
      dateTime={since}
      title={dateFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(since))}
    >
      {t('state.lasting', { age: text })}
    </time>
  );
}
