import { Alert, Button, Group, Loader, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../graph/use-write.ts';
import { Confirm } from '../look/Confirm.tsx';
import { Icon } from '../look/Icon.tsx';
import { useMay } from '../session/viewer.tsx';
import { Differences } from './Differences.tsx';
import { useReasonText } from './reason-text.ts';
import { showRefusal } from './refusal.ts';
import { CancelRunDocument, ConfirmRunDocument } from './run-sync.ts';
import type { Run } from './runs.ts';
import { StepList } from './StepList.tsx';
import { RunState } from './SyncState.tsx';
import type { Product } from './sync.ts';

/** A run that is not over: how far it is, or what it waits for. */
export function OpenRun({ run, product }: { run: Run; product: Product }) {
  const { t } = useTranslation();
  const reasonOf = useReasonText();
  const mayWrite = useMay('sync:write');
  const { write: cancel, isBusy } = useWrite(CancelRunDocument, showRefusal);
  const { write: confirm } = useWrite(ConfirmRunDocument, showRefusal);
  const { id, mode, status } = run;
  const name = t(`product.${product}`);

  async function end() {
    await cancel({ id });
  }

  async function letGoOn() {
    await confirm({ id });
  }

  return (
    <Stack component="section" gap="sm" aria-label={t(`mode.${mode}`)}>
      <Group justify="space-between" wrap="nowrap">
        <Text fw={500}>{t(`mode.${mode}`)}</Text>
        <Group gap="sm" wrap="nowrap">
          {status === 'RUNNING' && <Loader size="xs" aria-hidden />}
          <span role="status">
            <RunState status={status} />
          </span>
        </Group>
      </Group>
      {status === 'AWAITING_CONFIRMATION' && (
        <Alert color="orange" variant="outline" icon={<Icon name="alert" />} title={t('sync.dangerTitle')}>
          <Text size="sm">{reasonOf(run, product)}</Text>
          <Text size="sm">{t('sync.dangerText')}</Text>
        </Alert>
      )}
      <StepList run={run} product={product} />
      {status === 'AWAITING_CONFIRMATION' && <Differences run={run} product={product} />}
      {mayWrite && (
        <Group gap="sm">
          {status === 'AWAITING_CONFIRMATION' && (
            <Confirm
              label={t('sync.confirm')}
              question={t('sync.confirmQuestion', { name })}
              text={reasonOf(run, product) || t('sync.dangerText')}
              answer={t('sync.confirm')}
              onConfirm={letGoOn}
            />
          )}
          <Button variant="default" loading={isBusy} onClick={end}>
            {t('sync.cancelRun')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
