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
import { alertState } from '../event-states.ts';
import { placeOf } from './alert-place.ts';
import { type Alert, NoteAlertDocument } from './alerts.ts';

/** One alert: where, what was found, since when, and who knows; it leads to where one acts. */
export function AlertRow({ alert, endpoint }: { alert: Alert; endpoint: string | undefined }) {
  const { t, i18n } = useTranslation();
  const { timeZone } = useTenant();
  const mayManage = useMay('events:manage');
  const nameOf = useActorName();
  const { write: note, isBusy } = useWrite(NoteAlertDocument, showTrouble);
  const { id, kind, source, target, createdAt, recoveredAt, recoveredValue, acknowledgedAt, acknowledgedById } = alert;
  const figure = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 });
  const numbers = { threshold: figure.format(alert.threshold) };
  const found = t(`events.alertFound.${kind}`, { ...numbers, value: figure.format(alert.value) });
  const lasted = recoveredAt && new Date(recoveredAt).getTime() - new Date(createdAt).getTime();
  const facts = [
    endpoint ?? [source, target].filter(Boolean).join(' → '),
    found,
    lasted && t('events.lasted', { time: durationText(lasted, i18n.language) }),
    recoveredValue != null && t('events.foundThen', { value: figure.format(recoveredValue) }),
    acknowledgedById && t('events.notedBy', { name: nameOf({ kind: 'user', id: acknowledgedById }) }),
  ];
  const { word, ...standing } = alertState(alert);
  return (
    <li className={list.row}>
      <Link to={placeOf(alert)} className={list.name}>
        {t(`notices.alert.${kind}`)}
      </Link>
      <span className={list.quiet} style={{ overflowWrap: 'anywhere' }}>
        {facts.filter(Boolean).join(' · ')}
      </span>
      <StateMark {...standing} word={t(`events.${word}`)} />
      <span className={`${list.quiet} ${list.figure}`}>
        <Moment at={recoveredAt ?? createdAt} timeZone={timeZone} />
        {mayManage && !recoveredAt && !acknowledgedAt && (
          <Button
            ms="sm"
            size="sm"
            variant="default"
            loading={isBusy}
            style={{ position: 'relative' }}
            onClick={() => note({ id })}
          >
            {t('events.note')}
          </Button>
        )}
      </span>
    </li>
  );
}
