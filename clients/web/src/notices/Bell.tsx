import { ActionIcon, Popover, VisuallyHidden } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useFeed } from '../graph/use-feed.ts';
import { useLiveQuery } from '../graph/use-live-query.ts';
import { Icon } from '../look/Icon.tsx';
import { useTenant } from '../session/viewer.tsx';
import classes from './Bell.module.css';
import { NoticeList } from './NoticeList.tsx';
import { NoticeFeedDocument, UnreadNoticesDocument } from './notices.ts';
import { useNoticeText } from './use-notice-text.ts';

const MOST_SHOWN = 99;

/** The bell is the last thing in the header: its list hangs in that corner, however the window is turned meanwhile. */
const corner = { position: 'fixed', top: 60, left: 'auto', right: 12 } as const;

/** How many notices a person has not read, and behind it what they are about; both live. */
export function Bell() {
  const { t } = useTranslation();
  const { id: tenantId } = useTenant();
  const textOf = useNoticeText();
  const [isOpen, { toggle, close }] = useDisclosure();
  const { data } = useLiveQuery({ query: UnreadNoticesDocument });
  const told = useFeed(NoticeFeedDocument, tenantId);
  const unread = data?.viewer?.unreadNotices ?? 0;
  const arrived = told?.noticeReceived.notice;
  return (
    <Popover
      opened={isOpen}
      onChange={(opened) => !opened && close()}
      position="bottom-end"
      width="min(420px, calc(100vw - 24px))"
      shadow="md"
      trapFocus
      returnFocus
      withinPortal={false}
    >
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={40}
          className={classes.bell}
          aria-label={unread > 0 ? t('notices.unread', { count: unread }) : t('notices.title')}
          onClick={toggle}
        >
          <Icon name="bell" />
          {unread > 0 && (
            <span className={classes.count} aria-hidden>
              {unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}
            </span>
          )}
        </ActionIcon>
      </Popover.Target>
      {/* Only for those who cannot see the number change. */}
      <VisuallyHidden aria-live="polite">{arrived && textOf(arrived).title}</VisuallyHidden>
      <Popover.Dropdown className={classes.dropdown} style={corner} p={0}>
        {isOpen && <NoticeList unread={unread} onGo={close} />}
      </Popover.Dropdown>
    </Popover>
  );
}
