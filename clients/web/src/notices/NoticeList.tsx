import { Button, Group, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LivePages } from '../graph/LivePages.tsx';
import { useLivePages } from '../graph/use-live-pages.ts';
import { useWrite } from '../graph/use-write.ts';
import { Empty } from '../look/Empty.tsx';
import { showTrouble } from '../look/notify.tsx';
import classes from './Bell.module.css';
import { NoticeRow } from './NoticeRow.tsx';
import { type Notice, NoticesDocument, ReadAllNoticesDocument, ReadNoticeDocument } from './notices.ts';

/** What a person was notified of, newest first. Going to one reads it. */
export function NoticeList({ unread, onGo }: { unread: number; onGo: () => void }) {
  const { t } = useTranslation();
  const notices = useLivePages({
    ask: (after) => ({ query: NoticesDocument, variables: { after } }),
    read: ({ viewer }) => viewer?.notices,
  });
  const { write: read } = useWrite(ReadNoticeDocument, showTrouble);
  const { write: readAll, isBusy } = useWrite(ReadAllNoticesDocument, showTrouble);

  async function go({ id, readAt }: Notice) {
    onGo();
    if (readAt) return;
    await read({ id });
  }

  async function goOverAll() {
    await readAll({});
  }

  return (
    <>
      <Group justify="space-between" wrap="nowrap" className={classes.head}>
        <Title order={2} size="h3" tabIndex={-1} data-autofocus className={classes.title}>
          {t('notices.title')}
        </Title>
        <Button variant="subtle" size="sm" disabled={unread === 0} loading={isBusy} onClick={goOverAll}>
          {t('notices.readAll')}
        </Button>
      </Group>
      <div className={classes.list}>
        <LivePages
          pages={notices}
          label={t('notices.title')}
          className={classes.rows}
          empty={<Empty icon="bell" title={t('notices.emptyTitle')} text={t('notices.emptyText')} />}
          row={(notice) => <NoticeRow notice={notice} onGo={() => go(notice)} />}
        />
      </div>
    </>
  );
}
