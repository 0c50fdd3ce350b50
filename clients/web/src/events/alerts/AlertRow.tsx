import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useWrite } from '../../graph/use-write.ts';
import { durationText } from '../../look/duration.ts';
import list from '../../look/List.module.css';
import { Moment } from '../../look/Moment.tsx';
import { showTrouble } from '../../look/notify.tsx';
import { StateMark } from '../../look/StateMark.tsx';
import { useActorName } from '../../people/use-actor-name.ts';
import { useMay, useTenant } from '../../session/viewer.tsx';
import { numberFormat } from '../../words/formats.ts';

import { alertState } from '../event-states.ts';

import classes from './AlertRow.module.css';

import { placeOf } from './alert-place.ts';
import { type Alert, NoteAlertDocument } from './alerts.ts';
import { useAlertText } from './use-alert-text.ts';

/** One alert: where, what was found, since when, and who knows; it leads to where one acts. */
export function AlertRow({ alert, endpoint }: { alert: Alert; endpoint: string | undefined }) {
  const { t, i18n } = useTranslation();
  const { timeZone } = useTenant();
  const mayManage = useMay('events:manage');
  const nameOf = useActorName();
  const { write: note, isBusy } = useWrite(NoteAlertDocument, showTrouble);
  const { id, kind, createdAt, recoveredAt, recoveredValue, acknowledgedAt, acknowledgedById } = alert;
  const { title, where, found } = useAlertText()(alert);
  const figure = numberFormat(i18n.language, { maximumFractionDigits: 2 });
  const lasted = recoveredAt && new Date(recoveredAt).getTime() - new Date(createdAt).getTime();
  const facts = [
    endpoint ?? where,
    found,
    lasted && t('events.lasted', { time: durationText(lasted, i18n.language) }),
    recoveredValue != null && t('events.foundThen', { value: figure.format(recoveredValue) }),
    acknowledgedById && t('events.notedBy', { name: nameOf({ kind: 'user', id: acknowledgedById }) }),
  ];
  const { word, ...standing } = alertState(alert);
  return (
    <li className={`${list.row} ${classes.row}`}>
      <span className={classes.title}>{title}</span>
      <span className={list.quiet} style={{ overflowWrap: 'anywhere' }}>
        {facts.filter(Boolean).join(' · ')}
        {recoveredAt && (
          <>
            {' · '}
            <Moment at={recoveredAt} timeZone={timeZone} />
          </>
        )}
      </span>
      <StateMark {...standing} word={t(`events.${word}`)} />
      <span className={classes.actions}>
        {mayManage && !recoveredAt && !acknowledgedAt && (
          <Button size="sm" variant="default" loading={isBusy} onClick={() => note({ id })}>
            {t('events.note')}
          </Button>
        )}
        <Button component={Link} to={placeOf(alert)} size="sm" variant={recoveredAt ? 'subtle' : 'light'}>
          {t(`events.act.${kind}`)}
        </Button>
      </span>
    </li>
  );
}
