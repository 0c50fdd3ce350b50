import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../../look/Icon.tsx';
import { ApplyOrDiscard } from './ApplyOrDiscard.tsx';
import { AtWork } from './AtWork.tsx';
import { isAtWork } from './import-state.ts';
import type { Import } from './imports.ts';
import { UndoImport } from './UndoImport.tsx';
import { useMayImport } from './use-may-import.ts';
import { useReasonWords } from './use-reason-words.ts';
import { useTallyText } from './use-tally-text.ts';

/** How an import is now, and what can be done about that. */
export function ImportNow({ of }: { of: Import }) {
  const { t } = useTranslation();
  const reasonWords = useReasonWords();
  const tally = useTallyText();
  const mayImport = useMayImport();
  const { status, failure } = of;
  if (isAtWork(status)) return <AtWork of={of} />;
  return (
    <Stack gap="sm">
      {failure && (
        <Alert role="alert" color="red" variant="outline" icon={<Icon name="alert" />} title={reasonWords(failure)}>
          {status === 'FAILED' && t('imports.failedText')}
        </Alert>
      )}
      {status !== 'FAILED' && <Text>{tally(of)}</Text>}
      <Text c="var(--quiet)">{t(`imports.now.${status}`)}</Text>
      {mayImport && status === 'PLANNED' && <ApplyOrDiscard of={of} />}
      {mayImport && (status === 'APPLIED' || status === 'STOPPED') && <UndoImport of={of} />}
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
