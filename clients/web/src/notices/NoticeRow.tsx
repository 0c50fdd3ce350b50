import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import list from '../look/List.module.css';
import { Moment } from '../look/Moment.tsx';
import { useOwnZone } from '../session/use-own-zone.ts';
import classes from './Bell.module.css';
import type { Notice } from './notices.ts';
import { useNoticeText } from './use-notice-text.ts';

/** One notice; all of it leads to the page that says more. */
export function NoticeRow({ notice, onGo }: { notice: Notice; onGo: () => void }) {
  const { t } = useTranslation();
  const timeZone = useOwnZone();
  const { title, text } = useNoticeText()(notice);
  return (
    <li className={classes.row} data-unread={notice.readAt ? undefined : true}>
      <Link to={notice.path} className={list.name} onClick={onGo}>
        {!notice.readAt && <VisuallyHidden>{t('notices.isUnread')} </VisuallyHidden>}
        {title}
      </Link>
      {text && <span className={list.quiet}>{text}</span>}
      <span className={list.quiet}>
        <Moment at={notice.at} timeZone={timeZone} />
      </span>
    </li>
  );
}
