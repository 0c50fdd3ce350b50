import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../graph/use-write.ts';
import { Confirm } from '../../look/Confirm.tsx';
import { Fact, Facts } from '../../look/Facts.tsx';
import { Moment } from '../../look/Moment.tsx';
import { showDone, showTrouble } from '../../look/notify.tsx';
import { useMay, useTenant } from '../../session/viewer.tsx';
import { numberFormat } from '../../words/formats.ts';
import { type Consumer, SetConsumerDocument } from './consumers.ts';

/** Who takes the events of an application, how that goes, and who else may. */
export function ConsumerSection({ consumer, hasHome }: { consumer: Consumer; hasHome: boolean }) {
  const { t, i18n } = useTranslation();
  const { timeZone } = useTenant();
  const mayManage = useMay('events:manage');
  const { write: setConsumer } = useWrite(SetConsumerDocument, showTrouble);
  const { application, place, lastSeenAt, workers, inFlight, acknowledgedLastHour } = consumer;
  const figure = numberFormat(i18n.language);
  const other = place === 'HOME' ? 'OUTSIDE' : 'HOME';

  async function change() {
    if (await setConsumer({ application, consumer: other })) showDone(t(`bus.isTaken.${other}`, { application }));
  }

  return (
    <section aria-label={t('bus.consumer')}>
      <Title order={3} size="h5" mb={4}>
        {t('bus.consumer')}
      </Title>
      <Facts>
        <Fact name={t('bus.takenBy')}>{t(`bus.place.${place}`)}</Fact>
        <Fact name={t('bus.workers')}>{figure.format(workers)}</Fact>
        <Fact name={t('bus.lastSeen')}>
          {lastSeenAt ? <Moment at={lastSeenAt} timeZone={timeZone} /> : t('bus.neverSeen')}
        </Fact>
        <Fact name={t('bus.inFlight')}>{figure.format(inFlight)}</Fact>
        <Fact name={t('bus.acknowledged')}>{figure.format(acknowledgedLastHour)}</Fact>
      </Facts>
      {workers > 1 && (
        <Text size="sm" c="var(--quiet)" mt="xs">
          {t('bus.shared')}
        </Text>
      )}
      {hasHome && mayManage && (
        <div style={{ marginBlockStart: 12 }}>
          <Confirm
            label={t(`bus.take.${other}.label`)}
            question={t(`bus.take.${other}.question`, { application })}
            text={t(`bus.take.${other}.text`, { application })}
            answer={t(`bus.take.${other}.label`)}
            onConfirm={change}
          />
        </div>
      )}
    </section>
  );
}
