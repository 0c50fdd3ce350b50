import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { graphql } from '../../generated/gql.ts';
import { hasMistakes, mistakesIn } from '../../graph/mistakes.ts';
import { useDraft } from '../../graph/use-draft.ts';
import { useWrite } from '../../graph/use-write.ts';
import { FormFrame } from '../../look/FormFrame.tsx';
import { showDone } from '../../look/notify.tsx';
import { Panel } from '../../look/Panel.tsx';
import { useSubject } from '../use-subject.ts';
import { type NoteDraft, NoteFields } from './NoteFields.tsx';

const CreateNoteDocument = graphql(`
  mutation CreateNote($input: CreateNoteInput!) {
    createNote(input: $input) {
      id
      ...NoteRow
    }
  }
`);

const newNote: NoteDraft = { content: '', tags: [], pinned: false };

/** A note about what the address says. */
export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const subject = useSubject();
  const draft = useDraft(`new note ${subject.id}`, newNote);
  const create = useWrite(CreateNoteDocument);
  const missing = { content: !draft.fields.content.trim() && t('notes.contentMissing') };

  async function save() {
    if (hasMistakes(missing)) return undefined;
    const { content, tags, pinned } = draft.fields;
    const saved = await create.write({ input: { subject, content, tags: [...tags], pinned } });
    if (!saved) return undefined;
    showDone(t('notes.saved'));
    await navigate(`/crm/notes/${saved.createNote.id}`);
    return saved;
  }

  return (
    <Panel title={t('notes.new')} onClose={() => navigate('/crm/notes')}>
      <FormFrame draft={draft} write={create} action={t('action.save')} onSave={save}>
        <NoteFields
          note={draft.fields}
          mistakeAt={mistakesIn(draft, create, missing)}
          isReadOnly={false}
          onChange={draft.change}
        />
      </FormFrame>
    </Panel>
  );
}
