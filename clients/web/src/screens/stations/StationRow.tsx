import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import classes from '../../look/List.module.css';
import { Moment } from '../../look/Moment.tsx';
import { useTenant } from '../../session/viewer.tsx';
import { DisplayState } from '../DisplayState.tsx';
import type { Station } from './stations.ts';

export function StationRow({ station }: { station: Station }) {
  const { id, name, kind, status, lastSeenAt, location, signedIn, waiting } = station;
  const { t } = useTranslation();
  const { stationId } = useParams();
  const { timeZone } = useTenant();
  const who = signedIn ? t('station.signedIn', { name: signedIn.name }) : t('station.nobody');
  return (
    <li className={classes.row} data-open={id === stationId || undefined}>
      <Link to={`/screens/stations/${id}`} className={classes.name}>
        {name}
      </Link>
      <span className={classes.quiet}>
        {t(`station.kinds.${kind}`)} · {location.name ?? t('station.goneLocation')}
      </span>
      <span className={classes.quiet}>{waiting > 0 ? t('station.waiting', { count: waiting }) : who}</span>
      <DisplayState status={status} lastSeenAt={lastSeenAt} />
      <span className={`${classes.quiet} ${classes.figure}`}>
        {lastSeenAt ? <Moment at={lastSeenAt} timeZone={timeZone} /> : t('display.neverSeen')}
      </span>
    </li>
  );
}
