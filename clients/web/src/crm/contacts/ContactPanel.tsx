import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { graphql } from '../../generated/gql.ts';
import { hasMistakes, mistakesIn } from '../../graph/mistakes.ts';
import { useDraft } from '../../graph/use-draft.ts';
import { useThing } from '../../graph/use-thing.ts';
import { useWrite } from '../../graph/use-write.ts';
import { Confirm } from '../../look/Confirm.tsx';
import { FormFrame } from '../../look/FormFrame.tsx';
import { showDone, showTrouble, showUndo } from '../../look/notify.tsx';
import { ThingPanel } from '../../look/ThingPanel.tsx';
import { useMay } from '../../session/viewer.tsx';
import { SubjectTimeline } from '../timeline/SubjectTimeline.tsx';
import { ContactFields } from './ContactFields.tsx';
import { ContactStory } from './ContactStory.tsx';
import { changedInputOf, draftOfContact } from './contact-draft.ts';
import { type ContactCard, ContactDocument } from './contacts.ts';

const UpdateContactDocument = graphql(`
  mutation UpdateContact($id: ID!, $input: UpdateContactInput!) {
    updateContact(id: $id, input: $input) {
      ...ContactCard
    }
  }
`);

const RemoveContactDocument = graphql(`
  mutation RemoveContact($id: ID!) {
    removeContact(id: $id)
  }
`);

const RestoreContactDocument = graphql(`
  mutation RestoreContact($id: ID!) {
    restoreContact(id: $id) {
      ...ContactRow
    }
  }
`);

export function Component() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const asked = useThing({ query: ContactDocument, variables: { id } }, ({ contact }) => contact);
  return (
    <ThingPanel
      asked={asked}
      name={t('crm.tab.contacts')}
      titleOf={({ name }) => name}
      icon="person"
      historyOf={() => id}
      gone={{ title: t('contacts.goneTitle'), text: t('contacts.goneText') }}
      list="/crm/contacts"
    >
      {(contact, close) => (
        <Stack key={id} gap="lg">
          <ContactStory contact={contact} />
          <Detail id={id} contact={contact} onRemoved={close} />
          <SubjectTimeline subject={{ kind: 'CONTACT', id }} />
        </Stack>
      )}
    </ThingPanel>
  );
}

function Detail({ id, contact, onRemoved }: { id: string; contact: ContactCard; onRemoved: () => void }) {
  const { t } = useTranslation();
  const mayWrite = useMay('crm:write');
  const draft = useDraft(`contact ${id}`, draftOfContact(contact), contact.version);
  const update = useWrite(UpdateContactDocument);
  const { write: remove } = useWrite(RemoveContactDocument, showTrouble);
  const { write: restore } = useWrite(RestoreContactDocument, showTrouble);
  const missing = { name: !draft.fields.name.trim() && t('mistake.nameMissing') };
  const mistakes = mistakesIn(draft, update, missing);

  async function save() {
    if (hasMistakes(missing)) return undefined;
    const saved = await update.write({ id, input: changedInputOf(draft.fields, draft.changes, contact.version) });
    if (saved) showDone(t('contacts.saved', { name: saved.updateContact.name }));
    return saved;
  }

  async function takeAway() {
    if (!(await remove({ id }))) return;
    onRemoved();
    showUndo(`contact-${id}`, t('contacts.removed', { name: contact.name }), () => void restore({ id }));
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
          onConfirm={takeAway}
        />
      }
    >
      <ContactFields
        contact={draft.fields}
        mistakeAt={(field) => (field === 'doNotContact' ? update.mistakeAt(field) : mistakes(field))}
        isReadOnly={!mayWrite}
        onChange={draft.change}
      />
    </FormFrame>
  );
}
