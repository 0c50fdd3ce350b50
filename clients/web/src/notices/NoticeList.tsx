import { Button, Group, Title } from '@mantine/core';
import { problemOf } from '@mycelium/client-kit/problem';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { LivePages } from '../graph/LivePages.tsx';
import { useLiveQuery } from '../graph/use-live-query.ts';
import { Empty } from '../look/Empty.tsx';
import { showTrouble } from '../look/notify.tsx';
import { Trouble } from '../look/Trouble.tsx';
import { Waiting } from '../look/Waiting.tsx';
import classes from './Bell.module.css';
import { NoticeRow } from './NoticeRow.tsx';
import { type Notice, NoticesDocument, ReadAllNoticesDocument, ReadNoticeDocument } from './notices.ts';

const ask = (after: string | null) => ({ query: NoticesDocument, variables: { after } });
const none = { edges: [], pageInfo: { hasNextPage: false } };

/** What a person was told, newest first. Going to one reads it. */
export function NoticeList({ unread, onGo }: { unread: number; onGo: () => void }) {
  const { t } = useTranslation();
  const { data, problem, askAgain } = useLiveQuery(ask(null));
  const [, read] = useMutation(ReadNoticeDocument);
  const [{ fetching }, readAll] = useMutation(ReadAllNoticesDocument);
  const isEmpty = data?.viewer?.notices?.edges.length === 0;

  async function go({ id, readAt }: Notice) {
    onGo();
    if (readAt) return;
    const { error } = await read({ id });
    if (error) showTrouble(problemOf(error));
  }

  async function goOverAll() {
    const { error } = await readAll({});
    if (error) showTrouble(problemOf(error));
  }

  return (
    <>
      <Group justify="space-between" wrap="nowrap" className={classes.head}>
        <Title order={2} size="h3" tabIndex={-1} data-autofocus className={classes.title}>
          {t('notices.title')}
        </Title>
        <Button variant="subtle" size="sm" disabled={unread === 0} loading={fetching} onClick={goOverAll}>
          {t('notices.readAll')}
        </Button>
      </Group>
      <div className={classes.list}>
        {problem && <Trouble problem={problem} onRetry={askAgain} />}
        {!data && !problem && <Waiting />}
        {isEmpty && <Empty icon="bell" title={t('notices.emptyTitle')} text={t('notices.emptyText')} />}
        {data && !isEmpty && (
          <LivePages
            label={t('notices.title')}
            className={classes.rows}
            ask={ask}
            read={(page) => page.viewer?.notices ?? none}
            row={(notice) => <NoticeRow notice={notice} onGo={() => go(notice)} />}
          />
        )}
      </div>
    </>
  );
}
