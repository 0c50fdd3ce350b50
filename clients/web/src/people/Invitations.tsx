import { Button, Group, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '../generated/gql.ts';
import { LivePages } from '../graph/LivePages.tsx';
import { useLivePages } from '../graph/use-live-pages.ts';
import { useWrite } from '../graph/use-write.ts';
import { showDone, showTrouble } from '../look/notify.tsx';
import { StateMark } from '../look/StateMark.tsx';
import { useMay } from '../session/viewer.tsx';
import { emailState } from './email-state.ts';
import classes from './Invitations.module.css';
import { type Invitation, InvitationsDocument } from './people.ts';
import { useRoles } from './use-roles.ts';

const ResendInvitationDocument = graphql(`
  mutation ResendInvitation($id: ID!) {
    resendInvitation(id: $id) {
      ...InvitationRow
    }
  }
`);

const RevokeInvitationDocument = graphql(`
  mutation RevokeInvitation($id: ID!) {
    revokeInvitation(id: $id) {
      ...InvitationRow
    }
  }
`);

/** Who has not answered yet, and where the e-mail is. */
export function Invitations() {
  const { t } = useTranslation();
  const invitations = useLivePages({
    ask: (after) => ({ query: InvitationsDocument, variables: { after } }),
    read: ({ viewer }) => viewer?.tenant?.invitations,
  });
  const open = stillOpen(invitations.nodes);
  if (open.length === 0 && !invitations.hasMore && !invitations.problem) return null;
  return (
    <>
      <Title order={2} mt="xl" mb="sm">
        {t('people.invited')}
      </Title>
      <LivePages
        pages={invitations}
        label={t('people.invited')}
        className={classes.list}
        empty={null}
        arrange={stillOpen}
        row={(invitation) => <InvitationRow invitation={invitation} />}
      />
    </>
  );
}

function stillOpen(invitations: readonly Invitation[]): Invitation[] {
  return invitations.filter(({ status }) => status === 'OPEN' || status === 'EXPIRED');
}

function InvitationRow({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation();
  const mayWrite = useMay('people:write');
  const { given } = useRoles();
  const { write: resend } = useWrite(ResendInvitationDocument, showTrouble);
  const { write: revoke } = useWrite(RevokeInvitationDocument, showTrouble);
  const { id, email, name, role } = invitation;

  async function again() {
    if (await resend({ id })) showDone(t('people.isInvited', { email }));
  }

  async function takeBack() {
    await revoke({ id });
  }

  return (
    <li className={classes.row}>
      <span className={classes.who}>
        {name ?? email}
        <span className={classes.quiet}>
          {name ? `${email} · ` : ''}
          {t(`role.${role}`)}
        </span>
      </span>
      <EmailState {...invitation} />
      {mayWrite && given.includes(role) && (
        <Group gap="sm" wrap="nowrap">
          <Button size="sm" variant="default" onClick={again}>
            {t('people.resend')}
          </Button>
          <Button size="sm" variant="outline" color="red" onClick={takeBack}>
            {t('people.takeBack')}
          </Button>
        </Group>
      )}
    </li>
  );
}

function EmailState(invitation: Invitation) {
  const { t } = useTranslation();
  const standing = emailState(invitation);
  return standing ? <StateMark state={standing.state} word={t(`people.${standing.word}`)} /> : null;
}
