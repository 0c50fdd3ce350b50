import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { graphql } from '../../generated/gql.ts';
import { hasMistakes, mistakesIn } from '../../graph/mistakes.ts';
import { useDraft } from '../../graph/use-draft.ts';
import { useWrite } from '../../graph/use-write.ts';
import { FormFrame } from '../../look/FormFrame.tsx';
import { showDone } from '../../look/notify.tsx';
import { Panel } from '../../look/Panel.tsx';

const RegisterApplicationDocument = graphql(`
  mutation RegisterApplication($input: RegisterApplicationInput!) {
    registerApplication(input: $input) {
      ...ApplicationRow
    }
  }
`);

export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const draft = useDraft('new application', { name: '', description: '' });
  const { fields, change } = draft;
  const register = useWrite(RegisterApplicationDocument);
  const name = fields.name.trim();
  const missing = { name: !name && t('mistake.nameMissing') };
  const mistakeAt = mistakesIn(draft, register, missing);

  async function save() {
    if (hasMistakes(missing)) return undefined;
    const registered = await register.write({ input: { name, description: fields.description.trim() } });
    if (!registered) return undefined;
    showDone(t('events.isRegistered', { name }));
    await navigate(`/events/applications/${registered.registerApplication.name}`);
    return registered;
  }

  return (
    <Panel title={t('events.newApplication')} onClose={() => navigate('/events/applications')}>
      <FormFrame draft={draft} write={register} action={t('events.register')} onSave={save}>
        <TextInput
          data-autofocus
          label={t('events.name')}
          description={t('events.applicationNameHint')}
          value={fields.name}
          error={mistakeAt('name')}
          onChange={({ currentTarget }) => change({ name: currentTarget.value })}
        />
        <TextInput
          label={t('events.description')}
          value={fields.description}
          error={mistakeAt('description')}
          onChange={({ currentTarget }) => change({ description: currentTarget.value })}
        />
      </FormFrame>
    </Panel>
  );
}
