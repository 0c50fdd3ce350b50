import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import type { Problem } from '@mycelium/client-kit/problem';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { graphql } from '../generated/gql.ts';
import type { Role } from '../generated/graphql.ts';
import { useThing } from '../graph/use-thing.ts';
import { useWrite } from '../graph/use-write.ts';
import { Confirm } from '../look/Confirm.tsx';
import { showDone, showTrouble } from '../look/notify.tsx';
import { ThingPanel } from '../look/ThingPanel.tsx';
import { Trouble } from '../look/Trouble.tsx';
import { useMay } from '../session/viewer.tsx';
import { type Member, MemberDocument } from './people.ts';
import { ResetPin } from './ResetPin.tsx';
import { useRoles } from './use-roles.ts';

const UpdateMemberDocument = graphql(`
  mutation UpdateMembership($id: ID!, $input: UpdateMembershipInput!) {
    updateMembership(id: $id, input: $input) {
      ...MemberRow
    }
  }
`);

const RemoveMemberDocument = graphql(`
  mutation RemoveMember($id: ID!) {
    removeMember(id: $id)
  }
`);

const EndSessionsDocument = graphql(`
  mutation RevokeMemberSessions($id: ID!) {
    revokeMemberSessions(id: $id)
  }
`);

export function Component() {
  const { t } = useTranslation();
  const { membershipId = '' } = useParams();
  const asked = useThing({ query: MemberDocument, variables: { id: membershipId } }, ({ membership }) => membership);
  return (
    <ThingPanel
      asked={asked}
      name={t('area.people')}
      titleOf={({ user }) => user.name}
      icon="person"
      historyOf={({ id }) => id}
      gone={{ title: t('people.goneTitle'), text: t('people.goneText') }}
      list="/people"
    >
      {(member, close) => <Detail key={member.id} member={member} onRemoved={close} />}
    </ThingPanel>
  );
}

function Detail({ member, onRemoved }: { member: Member; onRemoved: () => void }) {
  const { t } = useTranslation();
  const { given } = useRoles();
  const mayWrite = useMay('people:write');
  const refuse = (refusal: Problem) => (isLastOwner(refusal) ? showDone(t('people.lastOwner')) : showTrouble(refusal));
  const update = useWrite(UpdateMemberDocument, (refusal) => isLastOwner(refusal) && refuse(refusal));
  const { write: remove } = useWrite(RemoveMemberDocument, refuse);
  const { write: endSessions } = useWrite(EndSessionsDocument, refuse);
  const { id, version, role, user } = member;
  const mayChange = mayWrite && given.includes(role);

  return (
    <Stack gap="md">
      <Text c="var(--quiet)">{user.email}</Text>
      <NativeSelect
        label={t('people.role')}
        value={role}
        disabled={!mayChange || update.isBusy}
        onChange={(event) => update.write({ id, input: { version, role: event.currentTarget.value as Role } })}
        data={(given.includes(role) ? given : [role]).map((value) => ({ value, label: t(`role.${value}`) }))}
      />
      {update.problem && !isLastOwner(update.problem) && <Trouble problem={update.problem} />}
      {mayChange && (
        <Group gap="sm" mb="lg">
          <Button
            variant="default"
            onClick={async () => {
              const ended = await endSessions({ id });
              if (ended) showDone(t('people.sessionsEnded', { count: ended.revokeMemberSessions }));
            }}
          >
            {t('people.endSessions')}
          </Button>
          <Confirm
            label={t('people.remove')}
            question={t('people.removeQuestion', { name: user.name })}
            text={t('people.removeText')}
            answer={t('people.remove')}
            onConfirm={async () => {
              if (await remove({ id })) onRemoved();
            }}
          />
        </Group>
      )}
      {mayChange && <ResetPin membershipId={id} name={user.name} />}
    </Stack>
  );
}

function isLastOwner({ reason }: Problem): boolean {
  return reason === 'LAST_OWNER';
}
