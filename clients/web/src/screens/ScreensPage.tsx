import { Button, Group, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, Outlet } from 'react-router';
import { LivePages } from '../graph/LivePages.tsx';
import { useLivePages } from '../graph/use-live-pages.ts';
import { Empty } from '../look/Empty.tsx';
import { Icon } from '../look/Icon.tsx';
import classes from '../look/List.module.css';
import { PageHead } from '../look/PageHead.tsx';
import { useMay } from '../session/viewer.tsx';
import { BoardRow } from './BoardRow.tsx';
import { DisplayRow } from './DisplayRow.tsx';
import { BoardsDocument, revokedLast, ScreensDocument } from './screens.ts';
import { StationList } from './stations/StationList.tsx';

export function Component() {
  const { t } = useTranslation();
  const mayPair = useMay('display:write');
  const mayDesign = useMay('board:write');
  const maySeeStations = useMay('station:read');
  const displays = useLivePages({
    ask: (after) => ({ query: ScreensDocument, variables: { after } }),
    read: ({ viewer }) => viewer?.tenant?.displays,
  });
  const boards = useLivePages({
    ask: (after) => ({ query: BoardsDocument, variables: { after } }),
    read: ({ viewer }) => viewer?.tenant?.menuBoards,
  });
  const hasNoBoard = boards.first !== undefined && boards.nodes.length === 0;

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
          <LivePages
            pages={displays}
            label={t('area.screens')}
            arrange={revokedLast}
            empty={
              <Empty
                icon="screen"
                title={t('screens.emptyTitle')}
                text={t(hasNoBoard ? 'screens.emptyNoBoard' : 'screens.emptyText')}
              />
            }
            row={(display) => <DisplayRow display={display} />}
          />
          {maySeeStations && <StationList />}
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
          <LivePages
            pages={boards}
            label={t('boards.title')}
            empty={<Empty icon="board" title={t('boards.emptyTitle')} text={t('boards.emptyText')} />}
            row={(board) => <BoardRow board={board} />}
          />
        </div>
        <Outlet />
      </div>
    </>
  );
}
