import { Button, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { problemOf } from '@mycelium/client-kit/problem';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useMutation } from 'urql';
import { graphql } from '../generated/gql.ts';
import type { Role } from '../generated/graphql.ts';
import { showDone } from '../look/notify.tsx';
import panel from '../look/Panel.module.css';
import { Panel } from '../look/Panel.tsx';
import { Trouble } from '../look/Trouble.tsx';
import { mistakeText } from '../words/refusal-text.ts';
import { useRoles } from './use-roles.ts';

const InviteDocument = graphql(`
  mutation InviteMember($input: InviteMemberInput!) {
    inviteMember(input: $input) {
      ...InvitationRow
    }
  }
`);

export function Component() {
  const { t } = useTranslation();
  const { given, withheld, aboutOf } = useRoles();
  const navigate = useNavigate();
  const [role, setRole] = useState<Role>('STAFF');
  const [{ fetching, error }, invite] = useMutation(InviteDocument);
  const problem = error && problemOf(error);
  const refused = problem?.code === 'BAD_USER_INPUT' ? problem.path[1] : undefined;
  const about = aboutOf(role);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const email = String(form.get('email')).trim();
    const name = String(form.get('name')).trim() || null;
    const { data: done } = await invite({ input: { email, name, role } });
    if (!done) return;
    showDone(t('people.isInvited', { email }));
    await navigate('/people');
  }

  return (
    <Panel title={t('people.invite')} onClose={() => navigate('/people')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <TextInput
            name="email"
            type="email"
            label={t('login.email')}
            autoComplete="off"
            error={refused === 'email' && problem && mistakeText(problem)}
          />
          <TextInput
            name="name"
            label={t('people.name')}
            autoComplete="off"
            error={refused === 'name' && problem && mistakeText(problem)}
          />
          <NativeSelect
            label={t('people.role')}
            value={role}
            onChange={(event) => setRole(event.currentTarget.value as Role)}
            data={given.map((value) => ({ value, label: t(`role.${value}`) }))}
          />
          {about && (
            <Text size="sm" c="var(--quiet)" lang="en">
              {about}
            </Text>
          )}
          {withheld.length > 0 && (
            <Text size="sm" c="var(--quiet)">
              {t('people.withheld', { roles: withheld.map((each) => t(`role.${each}`)).join(', ') })}
            </Text>
          )}
          {problem && !refused && <Trouble problem={problem} />}
          <div className={panel.actions}>
            <Button type="submit" loading={fetching}>
              {t('people.send')}
            </Button>
          </div>
        </Stack>
      </form>
    </Panel>
  );
}
