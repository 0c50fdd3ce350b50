import { Button, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { hasMistakes, mistakesIn } from '../../graph/mistakes.ts';
import { useDraft } from '../../graph/use-draft.ts';
import { useThing } from '../../graph/use-thing.ts';
import { useWrite } from '../../graph/use-write.ts';
import { FormFrame } from '../../look/FormFrame.tsx';
import { showDone, showTrouble, showUndo } from '../../look/notify.tsx';
import { ThingPanel } from '../../look/ThingPanel.tsx';
import { useMay } from '../../session/viewer.tsx';
import { useListed } from '../use-listed.ts';
import { MergeTag } from './MergeTag.tsx';
import { TagCounts } from './TagCounts.tsx';
import { TagFields } from './TagFields.tsx';
import { TagDocument, type TagLine } from './tags.ts';
import { RemoveTagDocument, RenameTagDocument, RestoreTagDocument, UpdateTagDocument } from './write-tag.ts';

export function Component() {
  const { t } = useTranslation();
  const { id, list } = useListed('/crm/tags');
  const asked = useThing({ query: TagDocument, variables: { id } }, ({ tag }) => tag);
  return (
    <ThingPanel
      asked={asked}
      name={t('crm.tab.tags')}
      titleOf={({ name }) => name}
      icon="log"
      historyOf={() => id}
      gone={{ title: t('tags.goneTitle'), text: t('tags.goneText') }}
      list={list}
    >
      {(tag, close) => (
        <Stack key={id} gap="lg">
          <TagCounts tag={tag} />
          <Detail tag={tag} onRemoved={close} />
        </Stack>
      )}
    </ThingPanel>
  );
}

function Detail({ tag, onRemoved }: { tag: TagLine; onRemoved: () => void }) {
  const { id, name, colour, version } = tag;
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayWrite = useMay('crm:write');
  const draft = useDraft(`tag ${id}`, { name, colour }, version);
  const rename = useWrite(RenameTagDocument);
  const recolour = useWrite(UpdateTagDocument, showTrouble);
  const { write: remove } = useWrite(RemoveTagDocument, showTrouble);
  const { write: restore } = useWrite(RestoreTagDocument, showTrouble);
  const { fields } = draft;
  const missing = { name: !fields.name.trim() && t('mistake.nameMissing') };
  const mistakes = mistakesIn(draft, rename, missing);
  const { tagId: takenBy } = rename.problem?.reason === 'TAG_EXISTS' ? rename.problem.facts : {};

  async function save() {
    if (hasMistakes(missing)) return undefined;
    const renamed =
      fields.name.trim() === name ? tag : (await rename.write({ id, name: fields.name, version }))?.renameTag;
    if (!renamed) return undefined;
    const input = { version: renamed.version, colour: fields.colour };
    const saved = fields.colour === colour ? renamed : (await recolour.write({ id, input }))?.updateTag;
    if (saved) showDone(t('tags.saved', { name: saved.name }));
    return saved;
  }

  async function takeAway() {
    if (!(await remove({ id }))) return;
    onRemoved();
    showUndo(`tag-${id}`, t('tags.removed', { name }), () => void restore({ id }));
  }

  return (
    <>
      <FormFrame
        draft={draft}
        write={rename}
        action={t('action.save')}
        isReadOnly={!mayWrite}
        isReady={draft.isChanged}
        onSave={save}
        beside={
          <Button variant="outline" color="red" onClick={() => void takeAway()}>
            {t('tags.remove')}
          </Button>
        }
      >
        <TagFields tag={fields} mistakeAt={mistakes} isReadOnly={!mayWrite} onChange={draft.change} />
      </FormFrame>
      {mayWrite && (
        <MergeTag
          key={String(takenBy ?? '')}
          tag={tag}
          into={takenBy === undefined ? undefined : { id: String(takenBy), name: String(rename.problem?.facts.name) }}
          onMerged={(intoId) => {
            draft.discard();
            void navigate(`/crm/tags/${intoId}`);
          }}
        />
      )}
    </>
  );
}
