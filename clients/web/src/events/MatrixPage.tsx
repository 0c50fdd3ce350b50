import { Alert, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { Empty } from '../look/Empty.tsx';
import { Icon } from '../look/Icon.tsx';
import list from '../look/List.module.css';
import { Trouble } from '../look/Trouble.tsx';
import { Waiting } from '../look/Waiting.tsx';
import { useTenant } from '../session/viewer.tsx';
import { MatrixDocument } from './events.ts';
import { MatrixGrid } from './MatrixGrid.tsx';
import { useWatched } from './use-watched.ts';

/** What all applications tell each other, and what to do about what is wrong. */
export function Component() {
  const { t } = useTranslation();
  const { id: tenantId } = useTenant();
  const { data, problem, askAgain } = useWatched({ query: MatrixDocument, variables: { tenantId } });
  const matrix = data?.communicationMatrix;
  return (
    <div className={list.beside}>
      <div className={list.lists}>
        {problem && <Trouble problem={problem} onRetry={askAgain} />}
        {!matrix && !problem && <Waiting />}
        {matrix?.channels.length === 0 && (
          <Empty icon="share" title={t('events.matrixEmptyTitle')} text={t('events.matrixEmptyText')} />
        )}
        {matrix && matrix.channels.length > 0 && (
          <Stack gap="md">
            <Text size="sm" c="var(--quiet)" role="status">
              {t('events.totals', { pending: matrix.totalPendingEvents, failed: matrix.totalFailedEventsStored })}
            </Text>
            {matrix.recommendations.length > 0 && <Advice sentences={matrix.recommendations} />}
            <MatrixGrid channels={matrix.channels} />
          </Stack>
        )}
      </div>
      <Outlet />
    </div>
  );
}

function Advice({ sentences }: { sentences: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <Alert
      color="yellow"
      variant="outline"
      title={t('events.advice')}
      icon={<Icon name="alert" />}
      styles={{ title: { color: 'var(--attention)' }, icon: { color: 'var(--attention)' } }}
    >
      <Stack component="ul" gap={4} m={0} pl="md" lang="en">
        {sentences.map((sentence) => (
          <Text key={sentence} component="li" size="sm">
            {sentence}
          </Text>
        ))}
      </Stack>
    </Alert>
  );
}
