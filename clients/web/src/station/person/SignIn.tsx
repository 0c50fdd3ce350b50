import { Button, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type Problem, problemOf } from '@mycelium/client-kit/problem';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { graphql } from '../../generated/gql.ts';
import { Icon } from '../../look/Icon.tsx';
import { troubleText, troubleTitle } from '../../look/trouble-text.ts';
import { useCountdown } from '../../session/use-countdown.ts';
import { PinPad } from './PinPad.tsx';
import { type Signing, useSigned } from './signing.ts';

const SignWithPinDocument = graphql(`
  mutation SignWithPin($pin: String!) {
    signWithPin(pin: $pin) {
      token
      idleSeconds
      userId
      name
      scopes
    }
  }
`);

const LeaveStationDocument = graphql(`
  mutation LeaveStation {
    leaveStation {
      id
    }
  }
`);

/** Who is signed in at this station, and the way in and out, with a PIN. */
export function SignIn({ signing }: { signing: Signing }) {
  const { t } = useTranslation();
  const client = useClient();
  const signed = useSigned(signing);
  const [isOpen, { open, close }] = useDisclosure();
  const [problem, setProblem] = useState<Problem>();
  const wait = useCountdown(problem?.code === 'RATE_LIMITED' ? problem : undefined);

  async function enter(pin: string) {
    const { data, error } = await client.mutation(SignWithPinDocument, { pin });
    setProblem(error && problemOf(error));
    if (!data) return;
    signing.set(data.signWithPin);
    close();
  }

  function leave() {
    signing.set(undefined);
    void client.mutation(LeaveStationDocument, {}).toPromise();
  }

  if (signed)
    return (
      <Button
        size="md"
        variant="default"
        leftSection={<Icon name="person" />}
        onClick={leave}
        aria-label={t('device.leave', { name: signed.name })}
      >
        {signed.name}
      </Button>
    );
  const title = problem && (wait > 0 ? t('device.wait', { count: wait }) : troubleTitle(problem));
  return (
    <>
      <Button size="md" variant="default" leftSection={<Icon name="person" />} onClick={open}>
        {t('device.signIn')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={t('device.pin')}
        centered
        attributes={{ header: { role: 'presentation' } }}
        closeButtonProps={{ 'aria-label': t('action.close'), size: 'xl' }}
      >
        <Stack gap="sm">
          <Text role="alert" c="var(--failed)" size="sm" mih={20}>
            {problem && [title, troubleText(problem)].filter(Boolean).join(' ')}
          </Text>
          <PinPad isWaiting={wait > 0} onPin={enter} />
        </Stack>
      </Modal>
    </>
  );
}
