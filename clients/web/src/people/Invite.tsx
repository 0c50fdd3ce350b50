import { NativeSelect, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { graphql } from '../generated/gql.ts';
import type { Role } from '../generated/graphql.ts';
import { useDraft } from '../graph/use-draft.ts';
import { useWrite } from '../graph/use-write.ts';
import { FormFrame } from '../look/FormFrame.tsx';
import { showDone } from '../look/notify.tsx';
import { Panel } from '../look/Panel.tsx';
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
  const { given, withheld } = useRoles();
  const navigate = useNavigate();
  const draft = useDraft('invite', { email: '', name: '', role: 'STAFF' as Role });
  const { fields, change } = draft;
  const invite = useWrite(InviteDocument);

  async function save() {
    const email = fields.email.trim();
    const invited = await invite.write({ input: { email, name: fields.name.trim() || null, role: fields.role } });
    if (!invited) return undefined;
    showDone(t('people.isInvited', { email }));
    await navigate('/people');
    return invited;
  }

  return (
    <Panel title={t('people.invite')} onClose={() => navigate('/people')}>
      <FormFrame draft={draft} write={invite} action={t('people.send')} onSave={save}>
        <TextInput
          name="email"
          type="email"
          label={t('login.email')}
          autoComplete="off"
          value={fields.email}
          error={invite.mistakeAt('email')}
          onChange={({ currentTarget }) => change({ email: currentTarget.value })}
        />
        <TextInput
          name="name"
          label={t('people.name')}
          autoComplete="off"
          value={fields.name}
          error={invite.mistakeAt('name')}
          onChange={({ currentTarget }) => change({ name: currentTarget.value })}
        />
        <NativeSelect
          label={t('people.role')}
          value={fields.role}
          error={invite.mistakeAt('role')}
          onChange={(event) => change({ role: event.currentTarget.value as Role })}
          data={given.map((value) => ({ value, label: t(`role.${value}`) }))}
        />
        <Text size="sm" c="var(--quiet)">
          {t(`people.about.${fields.role}`)}
        </Text>
        {withheld.length > 0 && (
          <Text size="sm" c="var(--quiet)">
            {t('people.withheld', { roles: withheld.map((each) => t(`role.${each}`)).join(', ') })}
          </Text>
        )}
      </FormFrame>
    </Panel>
  );
}
