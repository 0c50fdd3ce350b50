import { Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { Empty } from '../../look/Empty.tsx';
import list from '../../look/List.module.css';
import { Trouble } from '../../look/Trouble.tsx';
import { Waiting } from '../../look/Waiting.tsx';
import { MatrixDocument } from '../events.ts';
import { useWatched } from '../use-watched.ts';
import { AdviceList } from './AdviceList.tsx';
import { ChannelList } from './ChannelList.tsx';
import { MatrixGrid } from './MatrixGrid.tsx';
import { WebhookCells } from './WebhookCells.tsx';

/** What all applications tell each other, and what to do about what is wrong. */
export function Component() {
  const { t } = useTranslation();
  const isRoomy = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false });
  const { data, problem, askAgain } = useWatched({ query: MatrixDocument });
  const matrix = data?.viewer?.tenant?.communicationMatrix;
  return (
    <div className={list.beside}>
      <div className={list.lists}>
        {problem && <Trouble problem={problem} onRetry={askAgain} />}
        {!matrix && !problem && <Waiting shape={['grid']} />}
        {matrix?.channels.length === 0 && (
          <Empty icon="share" title={t('events.matrixEmptyTitle')} text={t('events.matrixEmptyText')} />
        )}
        {matrix && matrix.channels.length > 0 && (
          <Stack gap="md">
            <Text size="sm" c="var(--quiet)" role="status">
              {t('events.totals', { pending: matrix.totalPendingEvents, failed: matrix.totalFailedEventsStored })}
            </Text>
            {matrix.advice.length > 0 && <AdviceList advice={matrix.advice} />}
            {isRoomy ? <MatrixGrid channels={matrix.channels} /> : <ChannelList channels={matrix.channels} />}
          </Stack>
        )}
        {matrix && <WebhookCells />}
      </div>
      <Outlet />
    </div>
  );
}
