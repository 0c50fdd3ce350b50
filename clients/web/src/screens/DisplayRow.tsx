import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import classes from '../look/List.module.css';
import { Moment } from '../look/Moment.tsx';
import { useTenant } from '../session/viewer.tsx';
import { DisplayState } from './DisplayState.tsx';
import type { Display } from './screens.ts';

export function DisplayRow({ display: { id, name, status, lastSeenAt, board } }: { display: Display }) {
  const { t } = useTranslation();
  const { displayId } = useParams();
  const { timeZone } = useTenant();
  return (
    <li className={classes.row} data-open={id === displayId || undefined}>
      <Link to={`/screens/${id}`} className={classes.name}>
        {name}
      </Link>
      <span className={classes.quiet}>{board?.name ?? t('display.noBoard')}</span>
      <DisplayState status={status} lastSeenAt={lastSeenAt} />
      <span className={`${classes.quiet} ${classes.figure}`}>
        {lastSeenAt ? <Moment at={lastSeenAt} timeZone={timeZone} /> : t('display.neverSeen')}
      </span>
    </li>
  );
}
