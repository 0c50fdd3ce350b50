import { Button, Group } from '@mantine/core';
import { problemOf } from '@mycelium/client-kit/problem';
import { useTranslation } from 'react-i18next';
import { type CombinedError, useMutation } from 'urql';
import { graphql } from '../../generated/gql.ts';
import { Confirm } from '../../look/Confirm.tsx';
import { showTrouble } from '../../look/notify.tsx';
import { useMay } from '../../session/viewer.tsx';
import type { Channel } from '../events.ts';

const PauseDocument = graphql(`
  mutation PauseChannel($source: String!, $target: String!) {
    pauseChannel(source: $source, target: $target) {
      ...ChannelRow
    }
  }
`);

const ResumeDocument = graphql(`
  mutation ResumeChannel($source: String!, $target: String!) {
    resumeChannel(source: $source, target: $target) {
      ...ChannelRow
    }
  }
`);

const CloseBreakerDocument = graphql(`
  mutation CloseBreaker($application: String!) {
    closeBreaker(application: $application) {
      application
      breaker
    }
  }
`);

/** Stops a channel and lets it go on; hands an application its events again. */
export function ChannelActions({ channel: { source, target, isPaused, breaker } }: { channel: Channel }) {
  const { t } = useTranslation();
  const mayManage = useMay('events:manage');
  const [, pause] = useMutation(PauseDocument);
  const [{ fetching: isResuming }, resume] = useMutation(ResumeDocument);
  const [{ fetching: isClosing }, close] = useMutation(CloseBreakerDocument);
  if (!mayManage) return null;

  function say({ error }: { error?: CombinedError | undefined }) {
    if (error) showTrouble(problemOf(error));
  }

  return (
    <Group gap="sm">
      {isPaused ? (
        <Button loading={isResuming} onClick={async () => say(await resume({ source, target }))}>
          {t('events.resume')}
        </Button>
      ) : (
        <Confirm
          label={t('events.pause')}
          question={t('events.pauseQuestion', { source, target })}
          text={t('events.pauseText')}
          answer={t('events.pause')}
          onConfirm={async () => say(await pause({ source, target }))}
        />
      )}
      {breaker !== 'CLOSED' && (
        <Button variant="default" loading={isClosing} onClick={async () => say(await close({ application: target }))}>
          {t('events.closeBreaker', { target })}
        </Button>
      )}
    </Group>
  );
}
