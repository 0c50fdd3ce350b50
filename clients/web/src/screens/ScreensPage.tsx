import { Button, Group, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet } from 'react-router';
import { useLiveQuery } from '../graph/use-live-query.ts';
import { Empty } from '../look/Empty.tsx';
import { Icon } from '../look/Icon.tsx';
import classes from '../look/List.module.css';
import { PageHead } from '../look/PageHead.tsx';
import { Trouble } from '../look/Trouble.tsx';
import { Waiting } from '../look/Waiting.tsx';
import { useMay } from '../session/viewer.tsx';
import { BoardList } from './BoardList.tsx';
import { DisplayList } from './DisplayList.tsx';
import { ScreensDocument, type ScreensOutlet } from './screens.ts';

export function Component() {
  const { t } = useTranslation();
  const mayPair = useMay('display:write');
  const mayDesign = useMay('board:write');
  const [after, setAfter] = useState<{ afterDisplay?: string | null; afterBoard?: string | null }>({});
  const { data, problem, isAsking, askAgain } = useLiveQuery({ query: ScreensDocument, variables: after });

  const tenant = data?.viewer?.tenant;
  const displays = tenant?.displays.edges.map(({ node }) => node) ?? [];
  const boards = tenant?.menuBoards.edges.map(({ node }) => node) ?? [];

  return (
    <>
      <PageHead title={t('area.screens')}>
        {mayPair && (
          <Button component={Link} to="/screens/pair" leftSection={<Icon name="plus" size={18} />}>
            {t('screens.pair')}
          </Button>
        )}
      </PageHead>
      <div className={classes.beside}>
        <div className={classes.lists}>
          {problem && <Trouble problem={problem} onRetry={askAgain} />}
          {!tenant && !problem && <Waiting />}
          {tenant && (
            <>
              {displays.length === 0 ? (
                <Empty
                  icon="screen"
                  title={t('screens.emptyTitle')}
                  text={t(boards.length === 0 ? 'screens.emptyNoBoard' : 'screens.emptyText')}
                />
              ) : (
                <DisplayList displays={displays} />
              )}
              {tenant.displays.pageInfo.hasNextPage && (
                <Button
                  variant="default"
                  loading={isAsking}
                  onClick={() => setAfter({ ...after, afterDisplay: tenant.displays.pageInfo.endCursor })}
                >
                  {t('action.more')}
                </Button>
              )}
              <Group justify="space-between" mt="xl" mb="sm">
                <Title order={2}>{t('boards.title')}</Title>
                {mayDesign && (
                  <Button
                    component={Link}
                    to="/screens/boards/new"
                    variant="default"
                    leftSection={<Icon name="plus" size={18} />}
                  >
                    {t('boards.new')}
                  </Button>
                )}
              </Group>
              {boards.length === 0 ? (
                <Empty icon="board" title={t('boards.emptyTitle')} text={t('boards.emptyText')} />
              ) : (
                <BoardList boards={boards} />
              )}
              {tenant.menuBoards.pageInfo.hasNextPage && (
                <Button
                  variant="default"
                  loading={isAsking}
                  onClick={() => setAfter({ ...after, afterBoard: tenant.menuBoards.pageInfo.endCursor })}
                >
                  {t('action.more')}
                </Button>
              )}
            </>
          )}
        </div>
        {tenant && <Outlet context={{ displays, boards } satisfies ScreensOutlet} />}
      </div>
    </>
  );
}
