import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useParams } from 'react-router';
import { LivePages } from '../graph/LivePages.tsx';
import { useLivePages } from '../graph/use-live-pages.ts';
import { Icon } from '../look/Icon.tsx';
import classes from '../look/List.module.css';
import { Moment } from '../look/Moment.tsx';
import { PageHead } from '../look/PageHead.tsx';
import { useMay, useTenant } from '../session/viewer.tsx';
import { Invitations } from './Invitations.tsx';
import { type Member, PeopleDocument } from './people.ts';

export function Component() {
  const { t } = useTranslation();
  const mayWrite = useMay('people:write');
  const members = useLivePages({
    ask: (after) => ({ query: PeopleDocument, variables: { after } }),
    read: ({ viewer }) => viewer?.tenant?.members,
  });

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
          <LivePages
            pages={members}
            label={t('area.people')}
            empty={null}
            row={(member) => <MemberRow member={member} />}
          />
          <Invitations />
        </div>
        <Outlet />
      </div>
    </>
  );
}

function MemberRow({ member: { id, role, createdAt, user } }: { member: Member }) {
  const { t } = useTranslation();
  const { membershipId } = useParams();
  const { timeZone } = useTenant();
  return (
    <li className={classes.row} data-open={id === membershipId || undefined}>
      <Link to={`/people/${id}`} className={classes.name}>
        {user.name}
      </Link>
      <span className={classes.quiet}>{user.email}</span>
      <span>{t(`role.${role}`)}</span>
      <span className={`${classes.quiet} ${classes.figure}`}>
        <Moment at={createdAt} timeZone={timeZone} />
      </span>
    </li>
  );
}
