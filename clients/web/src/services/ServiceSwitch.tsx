import { Button, Group } from '@mantine/core';
import { problemOf } from '@mycelium/client-kit/problem';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { graphql } from '../generated/gql.ts';
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
  const [{ fetching }, update] = useMutation(UpdateServiceDocument);
  const [, disable] = useMutation(DisableServiceDocument);
  const { id, version, status } = service;
  const name = t(`product.${service.product}`);
  if (status === 'OFF') return null;

  async function turn(to: 'ACTIVE' | 'PAUSED') {
    const { error } = await update({ id, input: { version, status: to } });
    if (error) return showTrouble(problemOf(error));
    showDone(t(to === 'ACTIVE' ? 'services.isOn' : 'services.isPaused', { name }));
  }

  async function switchOff() {
    const { error } = await disable({ id, version });
    if (error) return showTrouble(problemOf(error));
    showDone(t('services.isOff', { name }));
  }

  return (
    <Group gap="sm">
      {status === 'PAUSED' ? (
        <Button loading={fetching} onClick={() => turn('ACTIVE')}>
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
