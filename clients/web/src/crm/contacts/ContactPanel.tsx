import { Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { graphql } from '../../generated/gql.ts';
import { hasMistakes, mistakesIn } from '../../graph/mistakes.ts';
import { useDraft } from '../../graph/use-draft.ts';
import { useThing } from '../../graph/use-thing.ts';
import { useWrite } from '../../graph/use-write.ts';
import { Confirm } from '../../look/Confirm.tsx';
import { FormFrame } from '../../look/FormFrame.tsx';
import { showDone, showTrouble, showUndo } from '../../look/notify.tsx';
import { ThingPanel } from '../../look/ThingPanel.tsx';
import { Trouble } from '../../look/Trouble.tsx';
import { useMay } from '../../session/viewer.tsx';
import { SubjectTimeline } from '../timeline/SubjectTimeline.tsx';
import { useListed } from '../use-listed.ts';
import { ContactFields } from './ContactFields.tsx';
import { ContactMerges } from './ContactMerges.tsx';
import { ContactReach } from './ContactReach.tsx';
import { ContactStory } from './ContactStory.tsx';
import { changedInputOf, draftOfContact } from './contact-draft.ts';
import { type ContactCard, ContactDocument, type ContactWays, ContactWaysDocument } from './contacts.ts';

const UpdateContactDocument = graphql(`
  mutation UpdateContact($id: ID!, $input: UpdateContactInput!, $whole: Boolean!) {
    updateContact(id: $id, input: $input) {
      ...ContactCard
      ...ContactWays @include(if: $whole)
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
  const { id, list } = useListed('/crm/contacts');
  const asked = useThing({ query: ContactDocument, variables: { id } }, ({ contact }) => contact);
  return (
    <ThingPanel
      asked={asked}
      name={t('crm.tab.contacts')}
      titleOf={({ name }) => name}
      icon="person"
      historyOf={() => id}
      gone={{ title: t('contacts.goneTitle'), text: t('contacts.goneText') }}
      list={list}
    >
      {(contact, close) => <Opened key={id} id={id} contact={contact} onRemoved={close} />}
    </ThingPanel>
  );
}

interface OpenedProps {
  id: string;
  contact: ContactCard;
  onRemoved: () => void;
}

function Opened({ id, contact, onRemoved }: OpenedProps) {
  const [isShown, setShown] = useState(false);
  const asked = useThing(
    { query: ContactWaysDocument, variables: { id }, pause: !isShown, requestPolicy: 'network-only' },
    (answer) => answer.contact,
  );
  const ways = (isShown && asked.thing) || undefined;
  // Whoever comes by an old address is led to what the contact became.
  if (contact.mergedInto) return <Navigate to={`/crm/contacts/${contact.mergedInto.id}`} replace />;
  return (
    <Stack gap="lg">
      <ContactReach
        contact={contact}
        ways={ways}
        isAsking={isShown && !asked.problem}
        onShow={() => (isShown ? asked.askAgain() : setShown(true))}
      />
      {asked.problem && <Trouble problem={asked.problem} onRetry={asked.askAgain} />}
      <ContactStory contact={contact} />
      <ContactMerges contact={contact} />
      <Detail id={id} contact={contact} ways={ways} onRemoved={onRemoved} />
      <SubjectTimeline subject={{ kind: 'CONTACT', id }} />
    </Stack>
  );
}

function Detail({ id, contact, ways, onRemoved }: OpenedProps & { ways: ContactWays | undefined }) {
  const { t } = useTranslation();
  const mayWrite = useMay('crm:write');
  // What was behind masks is another beginning of the same version.
  const begun = contact.version * 2 + (ways ? 1 : 0);
  const draft = useDraft(`contact ${id}`, draftOfContact(contact, ways), begun);
  const update = useWrite(UpdateContactDocument);
  const { write: remove } = useWrite(RemoveContactDocument, showTrouble);
  const { write: restore } = useWrite(RestoreContactDocument, showTrouble);
  const missing = { name: !draft.fields.name.trim() && t('mistake.nameMissing') };
  const mistakes = mistakesIn(draft, update, missing);

  async function save() {
    if (hasMistakes(missing)) return undefined;
    const input = changedInputOf(draft.fields, draft.changes, contact.version);
    const saved = await update.write({ id, input, whole: ways !== undefined });
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
        isWhole={ways !== undefined}
        onChange={draft.change}
      />
    </FormFrame>
  );
}
