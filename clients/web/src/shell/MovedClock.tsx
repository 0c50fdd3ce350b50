import { Alert, Button, Group } from '@mantine/core';
import { problemOf } from '@mycelium/client-kit/problem';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { graphql } from '../generated/gql.ts';
import { Icon } from '../look/Icon.tsx';
import { showTrouble } from '../look/notify.tsx';
import { useMay, useTenant } from '../session/viewer.tsx';

const ResetClockDocument = graphql(`
  mutation ResetClock {
    resetClock {
      now
      aheadSeconds
      canBeMoved
    }
  }
`);

/** Says that the clock of the business was moved, and to when; the platform's own people set it back here. */
export function MovedClock({ now, onBack }: { now: number; onBack: () => void }) {
  const { t, i18n } = useTranslation();
  const { timeZone } = useTenant();
  const maySet = useMay('platform:admin');
  const [{ fetching }, reset] = useMutation(ResetClockDocument);

  async function back() {
    const { error } = await reset({});
    if (error) return showTrouble(problemOf(error));
    onBack();
  }

  const shown = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'full', timeStyle: 'short', timeZone });
  return (
    <Alert role="status" color="grape" mb="md" icon={<Icon name="alert" />} title={t('shell.clockMoved')}>
      <Group justify="space-between">
        {t('shell.clockIs', { now: shown.format(now) })}
        {maySet && (
          <Button size="xs" variant="default" loading={fetching} onClick={back}>
            {t('shell.clockBack')}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
