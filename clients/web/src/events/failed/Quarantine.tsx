import { Button, Code, Group, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../graph/use-write.ts';
import { Confirm } from '../../look/Confirm.tsx';
import list from '../../look/List.module.css';
import { Moment } from '../../look/Moment.tsx';
import { showDone, showTrouble } from '../../look/notify.tsx';
import { useMay, useTenant } from '../../session/viewer.tsx';
import { useWatched } from '../use-watched.ts';
import {
  DiscardQuarantinedDocument,
  QuarantineDocument,
  type QuarantinedRow,
  RetryQuarantinedDocument,
} from './quarantine.ts';

/** What could not be done as it is, and was set aside; nothing is shown where there is none. */
export function Quarantine() {
  const { t } = useTranslation();
  const { data } = useWatched({ query: QuarantineDocument });
  const quarantine = data?.viewer?.tenant?.quarantine;
  const rows = quarantine?.edges.map(({ node }) => node) ?? [];
  if (rows.length === 0) return null;
  return (
    <section>
      <Title order={2} mt="lg">
        {t('bus.quarantine', { count: quarantine?.totalCount ?? 0 })}
      </Title>
      <Text size="sm" c="var(--quiet)" mb="sm" maw={720}>
        {t('bus.quarantineText')}
      </Text>
      <ul className={list.list} aria-label={t('bus.quarantineLabel')}>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
    </section>
  );
}

function Row({ row: { id, at, place, entry, reason } }: { row: QuarantinedRow }) {
  const { t } = useTranslation();
  const { timeZone } = useTenant();
  const mayManage = useMay('events:manage');
  const { write: retry, isBusy } = useWrite(RetryQuarantinedDocument, showTrouble);
  const { write: discard } = useWrite(DiscardQuarantinedDocument, showTrouble);
  return (
    <li className={list.row}>
      <span>{t(`bus.quarantinePlace.${place}`)}</span>
      <span className={list.quiet}>
        <span lang="en">{reason}</span>
        <Code block mah={120}>
          {entry}
        </Code>
      </span>
      <span className={`${list.quiet} ${list.figure}`}>
        <Moment at={at} timeZone={timeZone} />
      </span>
      {mayManage && (
        <Group gap="sm">
          <Button
            size="sm"
            variant="default"
            loading={isBusy}
            onClick={async () => {
              if (await retry({ id })) showDone(t('bus.quarantineRetried'));
            }}
          >
            {t('events.bulk.RETRY.do')}
          </Button>
          {place !== 'AUDIT' && (
            <Confirm
              label={t('events.bulk.DISCARD.do')}
              question={t('bus.quarantineDiscard')}
              text={t('events.bulk.DISCARD.text')}
              answer={t('events.bulk.DISCARD.do')}
              onConfirm={() => discard({ id })}
            />
          )}
        </Group>
      )}
    </li>
  );
}
