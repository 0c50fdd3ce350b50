import { Button, Group } from '@mantine/core';
import { problemOf } from '@mycelium/client-kit/problem';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { graphql } from '../generated/gql.ts';
import { showDone, showTrouble } from '../look/notify.tsx';
import { type State, StateMark } from '../look/StateMark.tsx';
import { useMay } from '../session/viewer.tsx';
import classes from './Invitations.module.css';
import type { Invitation } from './people.ts';
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

/** Who has not answered yet, and where the letter is. */
export function Invitations({ invitations, onChange }: { invitations: Invitation[]; onChange: () => void }) {
  const { t } = useTranslation();
  const mayWrite = useMay('people:write');
  const { given } = useRoles();
  const [, resend] = useMutation(ResendInvitationDocument);
  const [, revoke] = useMutation(RevokeInvitationDocument);

  async function again({ id, email }: Invitation) {
    const { error } = await resend({ id });
    if (error) return showTrouble(problemOf(error));
    showDone(t('people.isInvited', { email }));
    onChange();
  }

  async function takeBack(id: string) {
    const { error } = await revoke({ id });
    if (error) return showTrouble(problemOf(error));
    onChange();
  }

  return (
    <ul className={classes.list} aria-label={t('people.invited')}>
      {invitations.map((invitation) => (
        <li key={invitation.id} className={classes.row}>
          <span className={classes.who}>
            {invitation.name ?? invitation.email}
            <span className={classes.quiet}>
              {invitation.name ? `${invitation.email} · ` : ''}
              {t(`role.${invitation.role}`)}
            </span>
          </span>
          <LetterState {...invitation} />
          {mayWrite && given.includes(invitation.role) && (
            <Group gap="sm" wrap="nowrap">
              <Button size="sm" variant="default" onClick={() => again(invitation)}>
                {t('people.resend')}
              </Button>
              <Button size="sm" variant="outline" color="red" onClick={() => takeBack(invitation.id)}>
                {t('people.takeBack')}
              </Button>
            </Group>
          )}
        </li>
      ))}
    </ul>
  );
}

const states: Record<NonNullable<Invitation['mail']>, State> = { QUEUED: 'waiting', SENT: 'ok', FAILED: 'failed' };

function LetterState({ status, mail }: Invitation) {
  const { t } = useTranslation();
  if (status === 'EXPIRED') return <StateMark state="attention" word={t('people.EXPIRED')} />;
  return mail ? <StateMark state={states[mail]} word={t(`people.${mail}`)} /> : null;
}
