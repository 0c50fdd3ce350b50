import { Alert, Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '../generated/gql.ts';
import { useWrite } from '../graph/use-write.ts';
import { Icon } from '../look/Icon.tsx';
import { showTrouble } from '../look/notify.tsx';
import { useMay, useTenant } from '../session/viewer.tsx';
import { dateFormat } from '../words/formats.ts';

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
  const { write: reset, isBusy } = useWrite(ResetClockDocument, showTrouble);

  async function back() {
    if (await reset({})) onBack();
  }

  const shown = dateFormat(i18n.language, { dateStyle: 'full', timeStyle: 'short', timeZone });
  return (
    <Alert role="status" color="grape" mb="md" icon={<Icon name="alert" />} title={t('shell.clockMoved')}>
      <Group justify="space-between">
        {t('shell.clockIs', { now: shown.format(now) })}
        {maySet && (
          <Button size="xs" variant="default" loading={isBusy} onClick={back}>
            {t('shell.clockBack')}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
