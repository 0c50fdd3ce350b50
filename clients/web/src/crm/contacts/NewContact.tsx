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

const CreateContactDocument = graphql(`
  mutation CreateContact($input: CreateContactInput!) {
    createContact(input: $input) {
      ...ContactRow
    }
  }
`);

export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const draft = useDraft('new contact', { name: '' });
  const create = useWrite(CreateContactDocument);
  const name = draft.fields.name.trim();
  const missing = { name: !name && t('mistake.nameMissing') };
  const mistakeAt = mistakesIn(draft, create, missing);

  async function save() {
    if (hasMistakes(missing)) return undefined;
    const saved = await create.write({ input: { name } });
    if (!saved) return undefined;
    showDone(t('contacts.saved', { name }));
    await navigate(`/crm/contacts/${saved.createContact.id}`);
    return saved;
  }

  return (
    <Panel title={t('contacts.new')} onClose={() => navigate('/crm/contacts')}>
      <FormFrame draft={draft} write={create} action={t('contacts.create')} onSave={save}>
        <TextInput
          label={t('contacts.name')}
          value={draft.fields.name}
          error={mistakeAt('name')}
          onChange={({ currentTarget }) => draft.change({ name: currentTarget.value })}
        />
      </FormFrame>
    </Panel>
  );
}
