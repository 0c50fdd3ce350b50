import { Link } from 'react-router';
import { Moment } from '../look/Moment.tsx';
import { useTenant } from '../session/viewer.tsx';
import classes from './Entry.module.css';
import type { Entry } from './log.ts';
import { nounText, sentenceOf } from './sentence.ts';
import { useReader } from './use-reader.ts';

/** An entry as a sentence, and when; it leads to all that is known of it. */
export function EntryRow({ entry, to, isOpen = false }: { entry: Entry; to: string; isOpen?: boolean }) {
  const reader = useReader();
  const { timeZone } = useTenant();
  return (
    <li className={classes.row} data-open={isOpen || undefined}>
      <Link to={to} className={classes.sentence}>
        {sentenceOf(entry, reader)}
      </Link>
      <span className={classes.quiet}>{nounText(entry.noun)}</span>
      <span className={`${classes.quiet} ${classes.when}`}>
        <Moment at={entry.at} timeZone={timeZone} />
      </span>
    </li>
  );
}
