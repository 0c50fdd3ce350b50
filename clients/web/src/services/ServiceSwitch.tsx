import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '../generated/gql.ts';
import { useWrite } from '../graph/use-write.ts';
import { Confirm } from '../look/Confirm.tsx';
import { showDone, showTrouble } from '../look/notify.tsx';
import type { Service } from './services.ts';
import { UpdateServiceDocument } from './write-service.ts';

const DisableServiceDocument = graphql(`
  mutation DisableService($id: ID!, $version: Int!) {
    disableService(id: $id, version: $version) {
      ...ServiceRow
    }
  }
`);

/** Pauses, resumes and switches off; what stops is said before. Nothing that is off is switched on here: that asks for its settings. */
export function ServiceSwitch({ service }: { service: Service }) {
  const { t } = useTranslation();
  const update = useWrite(UpdateServiceDocument, showTrouble);
  const { write: disable } = useWrite(DisableServiceDocument, showTrouble);
  const { id, version, status } = service;
  const name = t(`product.${service.product}`);
  if (status === 'OFF') return null;

  async function turn(to: 'ACTIVE' | 'PAUSED') {
    const turned = await update.write({ id, input: { version, status: to } });
    if (turned) showDone(t(to === 'ACTIVE' ? 'services.isOn' : 'services.isPaused', { name }));
  }

  async function switchOff() {
    if (await disable({ id, version })) showDone(t('services.isOff', { name }));
  }

  return (
    <Group gap="sm">
      {status === 'PAUSED' ? (
        <Button loading={update.isBusy} onClick={() => turn('ACTIVE')}>
          {t('services.resume')}
        </Button>
      ) : (
        <Confirm
          label={t('services.pause')}
          question={t('services.pauseQuestion', { name })}
          text={t('services.pauseText')}
          answer={t('services.pause')}
          onConfirm={() => turn('PAUSED')}
        />
      )}
      <Confirm
        label={t('services.switchOff')}
        question={t('services.switchOffQuestion', { name })}
        text={t('services.switchOffText')}
        answer={t('services.switchOff')}
        onConfirm={switchOff}
      />
    </Group>
  );
}
