import { Button, Group, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LivePages } from '../graph/LivePages.tsx';
import { useLivePages } from '../graph/use-live-pages.ts';
import { useWrite } from '../graph/use-write.ts';
import { Confirm } from '../look/Confirm.tsx';
import list from '../look/List.module.css';
import { Moment } from '../look/Moment.tsx';
import { showDone, showTrouble } from '../look/notify.tsx';
import { StateMark } from '../look/StateMark.tsx';
import { useTenant } from '../session/viewer.tsx';
import { RevokeOtherSessionsDocument, RevokeSessionDocument, type Session, SessionsDocument } from './account.ts';
import classes from './Sessions.module.css';

/** Where the person is logged in, and a way to end each; this one is ended by logging out. */
export function Sessions() {
  const { t } = useTranslation();
  const sessions = useLivePages({
    ask: (after) => ({ query: SessionsDocument, variables: { after } }),
    read: ({ viewer }) => viewer?.sessions,
  });
  const { write: revoke } = useWrite(RevokeSessionDocument, showTrouble);
  const { write: revokeOthers } = useWrite(RevokeOtherSessionsDocument, showTrouble);
  const others = (sessions.first?.viewer?.sessions?.totalCount ?? 1) - 1;

  async function end(id: string) {
    await revoke({ id });
  }

  async function endOthers() {
    const ended = await revokeOthers({});
    if (ended) showDone(t('me.ended', { count: ended.revokeOtherSessions }));
  }

  return (
    <section aria-busy={sessions.isAsking}>
      <Group justify="space-between" mb="sm" gap="sm">
        <Title order={2}>{t('me.sessions')}</Title>
        {others > 0 && (
          <Confirm
            label={t('me.endOthers')}
            question={t('me.endOthersQuestion', { count: others })}
            text={t('me.endOthersText')}
            answer={t('me.endOthers')}
            onConfirm={endOthers}
          />
        )}
      </Group>
      <LivePages
        pages={sessions}
        label={t('me.sessions')}
        empty={null}
        row={(session) => <SessionRow session={session} onEnd={() => end(session.id)} />}
      />
    </section>
  );
}

function SessionRow({ session, onEnd }: { session: Session; onEnd: () => Promise<void> }) {
  const { t } = useTranslation();
  const { timeZone } = useTenant();
  const [isBusy, setBusy] = useState(false);
  const { device, address, createdAt, lastUsedAt, isCurrent } = session;
  const name = device ?? t('me.unknownDevice');
  return (
    <li className={classes.row}>
      <div>
        <div className={classes.device}>
          {name}
          {isCurrent && <StateMark state="ok" word={t('me.thisOne')} />}
        </div>
        <span className={list.quiet}>
          {address && `${address} · `}
          {t('me.since')} <Moment at={createdAt} timeZone={timeZone} /> · {t('me.lastSeen')}{' '}
          <Moment at={lastUsedAt} timeZone={timeZone} />
        </span>
      </div>
      {!isCurrent && (
        <Button
          size="sm"
          variant="outline"
          color="red"
          loading={isBusy}
          aria-label={t('me.endOne', { device: name })}
          onClick={async () => {
            setBusy(true);
            await onEnd();
            setBusy(false);
          }}
        >
          {t('me.end')}
        </Button>
      )}
    </li>
  );
}
