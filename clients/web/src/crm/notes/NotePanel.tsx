import { Button, Stack, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../generated/gql.ts';
import { hasMistakes, mistakesIn } from '../../graph/mistakes.ts';
import { useDraft } from '../../graph/use-draft.ts';
import { useThing } from '../../graph/use-thing.ts';
import { useWrite } from '../../graph/use-write.ts';
import { FormFrame } from '../../look/FormFrame.tsx';
import { showDone, showTrouble, showUndo } from '../../look/notify.tsx';
import { ThingPanel } from '../../look/ThingPanel.tsx';
import { useMay } from '../../session/viewer.tsx';
import { useListed } from '../use-listed.ts';
import { NoteConflict } from './NoteConflict.tsx';
import { type NoteDraft, NoteFields } from './NoteFields.tsx';
import { NoteText } from './NoteText.tsx';
import { type Note, NoteDocument } from './notes.ts';

const UpdateNoteDocument = graphql(`
  mutation UpdateNote($id: ID!, $input: UpdateNoteInput!) {
    updateNote(id: $id, input: $input) {
      ...NoteRow
    }
  }
`);

const RemoveNoteDocument = graphql(`
  mutation RemoveNote($id: ID!) {
    removeNote(id: $id)
  }
`);

const RestoreNoteDocument = graphql(`
  mutation RestoreNote($id: ID!) {
    restoreNote(id: $id) {
      ...NoteRow
    }
  }
`);

export function Component() {
  const { t } = useTranslation();
  const { id, list } = useListed('/crm/notes');
  const asked = useThing({ query: NoteDocument, variables: { id } }, ({ note }) => note);
  return (
    <ThingPanel
      asked={asked}
      name={t('crm.tab.notes')}
      titleOf={() => t('crm.thing.NOTE')}
      icon="log"
      historyOf={() => id}
      gone={{ title: t('notes.goneTitle'), text: t('notes.goneText') }}
      list={list}
    >
      {(note, close) => <Detail key={id} note={note} onRemoved={close} />}
    </ThingPanel>
  );
}

function Detail({ note, onRemoved }: { note: Note; onRemoved: () => void }) {
  const { t } = useTranslation();
  const mayWrite = useMay('crm:write');
  const { id, version, content, tags, pinned, html } = note;
  const draft = useDraft<NoteDraft>(`note ${id}`, { content, tags, pinned }, version);
  const update = useWrite(UpdateNoteDocument);
  const { write: remove } = useWrite(RemoveNoteDocument, showTrouble);
  const { write: restore } = useWrite(RestoreNoteDocument, showTrouble);
  const missing = { content: !draft.fields.content.trim() && t('notes.contentMissing') };
  const isContested = draft.contestedAt('content') !== undefined;
  // What both began with: it follows the note for as long as nobody else has changed it too.
  const before = useRef(content);
  if (!isContested) before.current = content;
  const [both, setBoth] = useState(0);

  async function save() {
    if (hasMistakes(missing) || isContested) return undefined;
    const { tags: changed, ...changes } = draft.changes;
    const saved = await update.write({ id, input: { version, ...changes, ...(changed && { tags: [...changed] }) } });
    if (!saved) return undefined;
    setBoth(0);
    showDone(t('notes.saved'));
    return saved;
  }

  async function takeAway() {
    if (!(await remove({ id }))) return;
    onRemoved();
    showUndo(`note-${id}`, t('notes.removed'), () => void restore({ id }));
  }

  return (
    <Stack gap="lg">
      <NoteText html={html} />
      <FormFrame
        draft={draft}
        write={update}
        action={t('action.save')}
        isReadOnly={!mayWrite}
        isReady={draft.isChanged && !isContested}
        onSave={save}
        beside={
          <Button variant="outline" color="red" onClick={() => void takeAway()}>
            {t('notes.remove')}
          </Button>
        }
      >
        {isContested && (
          <NoteConflict
            before={before.current}
            mine={draft.fields.content}
            theirs={content}
            onChoose={(text, twice) => {
              draft.change({ content: text });
              update.forget();
              setBoth(twice);
            }}
          />
        )}
        {both > 0 && (
          <Text size="sm" role="status">
            {t('notes.conflict.both', { count: both })}
          </Text>
        )}
        <NoteFields
          note={draft.fields}
          mistakeAt={mistakesIn(draft, update, missing)}
          isReadOnly={!mayWrite}
          onChange={draft.change}
        />
      </FormFrame>
    </Stack>
  );
}
