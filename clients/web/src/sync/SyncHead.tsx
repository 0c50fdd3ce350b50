import { Alert, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../look/Icon.tsx';
import { Moment } from '../look/Moment.tsx';
import { useTenant } from '../session/viewer.tsx';
import { ConnectionHeld } from './ConnectionHeld.tsx';
import { useReasonText } from './reason-text.ts';
import { SyncState } from './SyncState.tsx';
import type { Sync } from './sync.ts';
import { useItemNames } from './use-item-names.ts';

/** How the sync is, and what keeps it from being well. */
export function SyncHead({ sync }: { sync: Sync }) {
  const { t } = useTranslation();
  const { timeZone } = useTenant();
  const { lastSyncAt, lastError, failing, reason, product } = sync;
  const reasonOf = useReasonText();
  const nameOf = useItemNames(failing !== null);
  return (
    <>
      <Group justify="space-between">
        <SyncState sync={sync} />
        <Text size="sm" c="var(--quiet)">
          {lastSyncAt ? (
            <>
              {t('sync.lastGood')} <Moment at={lastSyncAt} timeZone={timeZone} />
            </>
          ) : (
            t('sync.never')
          )}
        </Text>
      </Group>
      {sync.service.status === 'ACTIVE' && <ConnectionHeld sync={sync} />}
      {lastError && (
        <Alert color="red" variant="outline" icon={<Icon name="alert" />} title={t('sync.failedTitle')}>
          <Text size="sm">{reasonOf({ reason, message: lastError }, product)}</Text>
          {failing && (
            <Text size="sm">
              {nameOf(failing)}: {reasonOf(failing, product)}
            </Text>
          )}
          <Text size="sm">{t('sync.oldStays')}</Text>
        </Alert>
      )}
    </>
  );
}
