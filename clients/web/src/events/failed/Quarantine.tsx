import { Button, Code, Group, Text, Title } from '@mantine/core';
import { problemOf } from '@mycelium/client-kit/problem';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
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
  const [{ fetching }, retry] = useMutation(RetryQuarantinedDocument);
  const [, discard] = useMutation(DiscardQuarantinedDocument);
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
            loading={fetching}
            onClick={async () => {
              const { error } = await retry({ id });
              if (error) return showTrouble(problemOf(error));
              showDone(t('bus.quarantineRetried'));
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
              onConfirm={async () => {
                const { error } = await discard({ id });
                if (error) showTrouble(problemOf(error));
              }}
            />
          )}
        </Group>
      )}
    </li>
  );
}
