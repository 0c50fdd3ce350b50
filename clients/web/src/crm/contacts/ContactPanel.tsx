import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { graphql } from '../../generated/gql.ts';
import { hasMistakes, mistakesIn } from '../../graph/mistakes.ts';
import { useDraft } from '../../graph/use-draft.ts';
import { useThing } from '../../graph/use-thing.ts';
import { useWrite } from '../../graph/use-write.ts';
import { Confirm } from '../../look/Confirm.tsx';
import { FormFrame } from '../../look/FormFrame.tsx';
import { showDone, showTrouble } from '../../look/notify.tsx';
import { ThingPanel } from '../../look/ThingPanel.tsx';
import { useMay } from '../../session/viewer.tsx';
import { type Contact, ContactDocument } from './contacts.ts';

const UpdateContactDocument = graphql(`
  mutation UpdateContact($id: ID!, $input: UpdateContactInput!) {
    updateContact(id: $id, input: $input) {
      ...ContactRow
    }
  }
`);

const RemoveContactDocument = graphql(`
  mutation RemoveContact($id: ID!) {
    removeContact(id: $id)
  }
`);

export function Component() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const asked = useThing({ query: ContactDocument, variables: { id } }, ({ contact }) => contact);
  return (
    <ThingPanel
      asked={asked}
      name={t('crm.contacts')}
      titleOf={({ name }) => name}
      icon="person"
      gone={{ title: t('contacts.goneTitle'), text: t('contacts.goneText') }}
      list="/crm/contacts"
    >
      {(contact, close) => <Detail key={contact.id} contact={contact} onRemoved={close} />}
    </ThingPanel>
  );
}

function Detail({ contact, onRemoved }: { contact: Contact; onRemoved: () => void }) {
  const { t } = useTranslation();
  const mayWrite = useMay('crm:write');
  const { id, version } = contact;
  const draft = useDraft(`contact ${id}`, { name: contact.name }, version);
  const update = useWrite(UpdateContactDocument);
  const { write: remove } = useWrite(RemoveContactDocument, showTrouble);
  const name = draft.fields.name.trim();
  const missing = { name: !name && t('mistake.nameMissing') };
  const mistakeAt = mistakesIn(draft, update, missing);

  async function save() {
    if (hasMistakes(missing)) return undefined;
    const saved = await update.write({ id, input: { version, name } });
    if (saved) showDone(t('contacts.saved', { name }));
    return saved;
  }

  return (
    <FormFrame
      draft={draft}
      write={update}
      action={t('action.save')}
      isReadOnly={!mayWrite}
      isReady={draft.isChanged}
      onSave={save}
      beside={
        <Confirm
          label={t('contacts.remove')}
          question={t('contacts.removeQuestion', { name: contact.name })}
          text={t('contacts.removeText')}
          answer={t('contacts.remove')}
          onConfirm={async () => {
            if (await remove({ id })) onRemoved();
          }}
        />
      }
    >
      <TextInput
        label={t('contacts.name')}
        value={draft.fields.name}
        readOnly={!mayWrite}
        error={mistakeAt('name')}
        onChange={({ currentTarget }) => draft.change({ name: currentTarget.value })}
      />
    </FormFrame>
  );
}
