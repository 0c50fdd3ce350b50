import { ActionIcon, Badge, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../../look/Icon.tsx';
import list from '../../look/List.module.css';
import { Moment } from '../../look/Moment.tsx';
import { useActorName } from '../../people/use-actor-name.ts';
import { useTenant, useViewer } from '../../session/viewer.tsx';
import line from '../activities/ActivityLine.module.css';
import { placeOfEntry } from './place-of-entry.ts';
import type { Entry } from './timeline.ts';
import { useEntryText } from './use-entry-text.ts';

/** Something that happened: what, to whom, by whom, and when the CRM had acknowledged it. */
export function EntryLine({ entry, isOfOne = false }: { entry: Entry; isOfOne?: boolean }) {
  const { t } = useTranslation();
  const { timeZone } = useTenant();
  const { viewer } = useViewer();
  const nameOf = useActorName();
  const { sentence, detail } = useEntryText()(entry);
  const { at, actor, source, side, contact, note, eventId, acknowledgedAt } = entry;
  const place = placeOfEntry(entry);
  const who = [
    nameOf(actor),
    source !== 'crm' && source,
    !isOfOne && !sentence.includes(contact?.name ?? '') && contact?.name,
  ];
  return (
    <li className={line.line}>
      <div className={line.what}>
        {place && viewer.scopes.includes(place.scope) ? (
          <Link to={place.path} className={list.name}>
            {sentence}
          </Link>
        ) : (
          <Text component="span" fw={500}>
            {sentence}
          </Text>
        )}
        {detail && <span>{detail}</span>}
        {note && (
          <Text component="span" lineClamp={2}>
            {note.content}
          </Text>
        )}
        <span className={list.quiet}>
          {who.filter(Boolean).join(' · ')} · <Moment at={at} timeZone={timeZone} />
          {acknowledgedAt && (
            <>
              {' · '}
              {t('timeline.acknowledged')} <Moment at={acknowledgedAt} timeZone={timeZone} />
            </>
          )}
        </span>
      </div>
      {side === 'PLATFORM' && <Badge variant="light">{t('crm.platform')}</Badge>}
      {acknowledgedAt && viewer.scopes.includes('events:read') && (
        <ActionIcon
          component={Link}
          to={`/events/queue/${eventId}`}
          variant="default"
          size="lg"
          style={{ zIndex: 1 }}
          aria-label={t('timeline.event', { what: sentence })}
        >
          <Icon name="share" size={18} />
        </ActionIcon>
      )}
    </li>
  );
}
