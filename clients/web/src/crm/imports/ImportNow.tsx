import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useWrite } from '../../graph/use-write.ts';
import { Icon } from '../../look/Icon.tsx';
import { showTrouble } from '../../look/notify.tsx';
import { numberFormat } from '../../words/formats.ts';
import type { Import } from './imports.ts';
import { useMayImport } from './use-may-import.ts';
import { useReasonWords } from './use-reason-words.ts';
import { useTallyText } from './use-tally-text.ts';
import { CancelImportDocument } from './write-import.ts';

/** How an import is now, and what can be done about that. */
export function ImportNow({ of }: { of: Import }) {
  const { t } = useTranslation();
  const reasonWords = useReasonWords();
  const tally = useTallyText();
  const mayImport = useMayImport();
  const { status, failure } = of;
  if (status === 'PLANNING' || status === 'APPLYING' || status === 'UNDOING') return <Working of={of} />;
  return (
    <Stack gap="sm">
      {failure && (
        <Alert role="alert" color="red" variant="outline" icon={<Icon name="alert" />} title={reasonWords(failure)}>
          {t('imports.failedText')}
        </Alert>
      )}
      {status !== 'FAILED' && <Text>{tally(of)}</Text>}
      <Text c="var(--quiet)">{t(`imports.now.${status}`)}</Text>
      {mayImport && status === 'PLANNED' && <Planned of={of} />}
      {mayImport && (status === 'FAILED' || status === 'EXPIRED' || status === 'CANCELLED') && (
        <Group>
          <Button component={Link} to="/crm/imports/new" variant="default">
            {t('imports.another')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function Working({ of: { status, progress } }: { of: Import }) {
  const { t, i18n } = useTranslation();
  const { done, total } = progress;
  const figure = numberFormat(i18n.language);
  const name = t(`imports.status.${status}`);
  return (
    <Stack gap="xs" role="status">
      <Text>
        {name}: {figure.format(done)}
        {total !== null && ` / ${figure.format(total)}`}
      </Text>
      <Progress
        value={total ? (done / total) * 100 : 100}
        animated={total === null}
        aria-label={name}
        aria-hidden={total === null || undefined}
      />
    </Stack>
  );
}

function Planned({ of: { id } }: { of: Import }) {
  const { t } = useTranslation();
  const { write: cancel, isBusy } = useWrite(CancelImportDocument, showTrouble);
  return (
    <Group gap="sm">
      <Button variant="default" loading={isBusy} onClick={() => void cancel({ id })}>
        {t('imports.cancel')}
      </Button>
    </Group>
  );
}
