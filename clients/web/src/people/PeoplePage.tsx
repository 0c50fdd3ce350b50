import { Button, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useParams } from 'react-router';
import { useLiveQuery } from '../graph/use-live-query.ts';
import { Icon } from '../look/Icon.tsx';
import classes from '../look/List.module.css';
import { Moment } from '../look/Moment.tsx';
import { PageHead } from '../look/PageHead.tsx';
import { Trouble } from '../look/Trouble.tsx';
import { Waiting } from '../look/Waiting.tsx';
import { useMay, useTenant } from '../session/viewer.tsx';
import { Invitations } from './Invitations.tsx';
import { type Member, PeopleDocument, type PeopleOutlet } from './people.ts';

export function Component() {
  const { t } = useTranslation();
  const mayWrite = useMay('people:write');
  const [afterMember, setAfterMember] = useState<string | null>();
  const { data, problem, isAsking, askAgain } = useLiveQuery({ query: PeopleDocument, variables: { afterMember } });
  const tenant = data?.viewer?.tenant;
  const members = tenant?.members.edges.map(({ node }) => node) ?? [];
  const invitations = tenant?.invitations.edges.map(({ node }) => node) ?? [];
  const pending = invitations.filter(({ status }) => status === 'OPEN' || status === 'EXPIRED');

  return (
    <>
      <PageHead title={t('area.people')}>
        {mayWrite && (
          <Button component={Link} to="/people/invite" leftSection={<Icon name="plus" size={18} />}>
            {t('people.invite')}
          </Button>
        )}
      </PageHead>
      <div className={classes.beside}>
        <div className={classes.lists}>
          {problem && <Trouble problem={problem} onRetry={askAgain} />}
          {!tenant && !problem && <Waiting />}
          {tenant && <MemberList members={members} />}
          {tenant?.members.pageInfo.hasNextPage && (
            <Button
              variant="default"
              loading={isAsking}
              onClick={() => setAfterMember(tenant.members.pageInfo.endCursor)}
            >
              {t('action.more')}
            </Button>
          )}
          {pending.length > 0 && (
            <>
              <Title order={2} mt="xl" mb="sm">
                {t('people.invited')}
              </Title>
              <Invitations invitations={pending} onChange={askAgain} />
            </>
          )}
        </div>
        {tenant && <Outlet context={{ members, askAgain } satisfies PeopleOutlet} />}
      </div>
    </>
  );
}

function MemberList({ members }: { members: Member[] }) {
  const { t } = useTranslation();
  const { membershipId } = useParams();
  const { timeZone } = useTenant();
  return (
    <ul className={classes.list} aria-label={t('area.people')}>
      {members.map(({ id, role, createdAt, user }) => (
        <li key={id} className={classes.row} data-open={id === membershipId || undefined}>
          <Link to={`/people/${id}`} className={classes.name}>
            {user.name}
          </Link>
          <span className={classes.quiet}>{user.email}</span>
          <span>{t(`role.${role}`)}</span>
          <span className={`${classes.quiet} ${classes.figure}`}>
            <Moment at={createdAt} timeZone={timeZone} />
          </span>
        </li>
      ))}
    </ul>
  );
}
