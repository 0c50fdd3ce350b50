import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import list from '../../look/List.module.css';
import { useTenant } from '../../session/viewer.tsx';
import { textIn } from '../../words/text-in.ts';
import classes from './Stations.module.css';
import { minutesOf } from './station-draft.ts';
import type { KitchenStation } from './stations.ts';

interface StationRowProps {
  station: KitchenStation;
  /** The first one makes what none of the others does. */
  isFirst: boolean;
  isOpen: boolean;
}

export function StationRow({ station, isFirst, isOpen }: StationRowProps) {
  const { t, i18n } = useTranslation();
  const { languages } = useTenant();
  const { search } = useLocation();
  const { id, name, routes, warnAfterSeconds, lateAfterSeconds } = station;
  const made = routes.flatMap(({ section, item }) => section ?? item ?? []);
  const names = made.map((each) => textIn(each.names, [i18n.language, ...languages]));
  const what = [...names, ...(isFirst ? [t('kitchen.rest')] : [])];
  return (
    <li className={`${list.row} ${classes.row}`} data-open={isOpen || undefined}>
      <Link to={{ pathname: `/kitchens/${id}`, search }} className={list.name}>
        {name}
      </Link>
      <Text component="span" size="sm" className={classes.made}>
        {what.length > 0 ? what.join(', ') : t('kitchen.nothing')}
      </Text>
      <Text component="span" size="sm">
        {t('kitchen.limits', { warn: minutesOf(warnAfterSeconds), late: minutesOf(lateAfterSeconds) })}
      </Text>
      <a href={`/app/kitchen/${id}`} className={classes.screen} aria-label={t('kitchen.openScreenOf', { name })}>
        {t('kitchen.openScreen')}
      </a>
    </li>
  );
}
