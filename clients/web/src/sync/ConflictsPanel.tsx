import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useLiveQuery } from '../graph/use-live-query.ts';
import { Empty } from '../look/Empty.tsx';
import { Panel } from '../look/Panel.tsx';
import { Trouble } from '../look/Trouble.tsx';
import { Waiting } from '../look/Waiting.tsx';
import { ConflictCard } from './ConflictCard.tsx';
import { ConflictsDocument } from './conflicts.ts';
import { useItemNames } from './use-item-names.ts';

/** What both sides changed, and a person must decide; oldest first. */
export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const nameOf = useItemNames();
  const [after, setAfter] = useState<string | null>();
  const { data, problem, isAsking, askAgain } = useLiveQuery({
    query: ConflictsDocument,
    variables: { after },
  });
  const page = data?.viewer?.tenant?.conflicts;
  const conflicts = page?.edges.map(({ node }) => node).filter(({ taken }) => !taken) ?? [];

  return (
    <Panel title={t('conflict.title')} onClose={() => navigate('/sync')}>
      <Stack gap="lg" mb="lg">
        {problem && <Trouble problem={problem} onRetry={askAgain} />}
        {!page && !problem && <Waiting rows={3} />}
        {page && conflicts.length === 0 && (
          <Empty icon="check" title={t('conflict.emptyTitle')} text={t('conflict.emptyText')} />
        )}
        {conflicts.map((conflict) => (
          <ConflictCard key={conflict.id} conflict={conflict} item={nameOf(conflict)} />
        ))}
        {page?.pageInfo.hasNextPage && (
          <Button variant="default" loading={isAsking} onClick={() => setAfter(page.pageInfo.endCursor)}>
            {t('action.more')}
          </Button>
        )}
      </Stack>
    </Panel>
  );
}
