import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import list from '../look/List.module.css';
import { StateMark } from '../look/StateMark.tsx';
import type { Location } from './locations.ts';

export function LocationRow({ location: { id, name, address, city, currency, closedAt } }: { location: Location }) {
  const { t } = useTranslation();
  const { locationId } = useParams();
  return (
    <li className={list.row} data-open={id === locationId || undefined}>
      <Link to={`/locations/${id}`} className={list.name}>
        {name}
      </Link>
      <span className={list.quiet}>{`${address}, ${city}`}</span>
      <span className={list.quiet}>{currency}</span>
      <StateMark state={closedAt ? 'off' : 'ok'} word={t(`location.state.${closedAt ? 'closed' : 'open'}`)} />
    </li>
  );
}
