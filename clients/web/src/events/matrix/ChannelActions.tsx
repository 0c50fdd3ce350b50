import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../generated/gql.ts';
import { useWrite } from '../../graph/use-write.ts';
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
  const { write: pause } = useWrite(PauseDocument, showTrouble);
  const { write: resume, isBusy: isResuming } = useWrite(ResumeDocument, showTrouble);
  const { write: close, isBusy: isClosing } = useWrite(CloseBreakerDocument, showTrouble);
  if (!mayManage) return null;

  return (
    <Group gap="sm">
      {isPaused ? (
        <Button loading={isResuming} onClick={() => resume({ source, target })}>
          {t('events.resume')}
        </Button>
      ) : (
        <Confirm
          label={t('events.pause')}
          question={t('events.pauseQuestion', { source, target })}
          text={t('events.pauseText')}
          answer={t('events.pause')}
          onConfirm={() => pause({ source, target })}
        />
      )}
      {breaker !== 'CLOSED' && (
        <Button variant="default" loading={isClosing} onClick={() => close({ application: target })}>
          {t('events.closeBreaker', { target })}
        </Button>
      )}
    </Group>
  );
}
