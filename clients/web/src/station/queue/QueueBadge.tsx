import { Button, Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useOutbox } from '@mycelium/client-kit/outbox/use-outbox';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../look/Icon.tsx';
import type { StationPage } from '../page.ts';
import { useStation } from '../use-station.ts';
import { QueueList } from './QueueList.tsx';

/** How much of what was done here has not reached the server; it opens what that is. */
export function QueueBadge({ kind, say }: Pick<StationPage, 'kind' | 'say'>) {
  const { t } = useTranslation();
  const { outbox } = useStation();
  const { entries, problem, isAway } = useOutbox(outbox);
  const [isOpen, { open, close }] = useDisclosure();
  const isStuck = problem !== undefined || entries.some(({ state }) => state === 'REFUSED' || state === 'BROKEN');
  const colour = isStuck ? 'var(--failed)' : isAway && entries.length > 0 ? 'var(--attention)' : undefined;
  const icon = isStuck ? 'failed' : entries.length > 0 ? 'clock' : 'check';
  return (
    <>
      <Button
        size="md"
        variant="default"
        c={colour}
        leftSection={<Icon name={icon} />}
        onClick={open}
        data-waiting={entries.length}
      >
        {entries.length === 0 ? t('device.queue.empty') : t('device.queue.count', { count: entries.length })}
      </Button>
      <Drawer
        opened={isOpen}
        onClose={close}
        position="right"
        size="md"
        title={t('device.queue.title')}
        attributes={{ header: { role: 'presentation' } }}
        closeButtonProps={{ 'aria-label': t('action.close'), size: 'xl' }}
      >
        <QueueList kind={kind} say={say} />
      </Drawer>
    </>
  );
}
