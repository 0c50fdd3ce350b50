import { Anchor, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { hasMistakes, mistakesIn } from '../../graph/mistakes.ts';
import { useDraft } from '../../graph/use-draft.ts';
import { useThing } from '../../graph/use-thing.ts';
import { useWrite } from '../../graph/use-write.ts';
import { Confirm } from '../../look/Confirm.tsx';
import { FormFrame } from '../../look/FormFrame.tsx';
import { showDone, showTrouble, showUndo } from '../../look/notify.tsx';
import { ThingPanel } from '../../look/ThingPanel.tsx';
import { useListed } from '../use-listed.ts';
import { type Pipeline, PipelineDocument } from './opportunities.ts';
import { changedPipelineOf, draftOfPipeline } from './pipeline-draft.ts';
import { StagesField } from './StagesField.tsx';
import { useMissingStages } from './use-missing-stages.ts';
import { RemovePipelineDocument, RestorePipelineDocument, UpdatePipelineDocument } from './write-pipeline.ts';

export function Component() {
  const { t } = useTranslation();
  const { id, list } = useListed('/crm/pipeline');
  const asked = useThing({ query: PipelineDocument, variables: { id } }, ({ pipeline }) => pipeline);
  return (
    <ThingPanel
      asked={asked}
      name={t('pipeline.pipeline')}
      titleOf={({ name }) => name}
      icon="board"
      historyOf={() => id}
      gone={{ title: t('pipeline.pipelineGoneTitle'), text: t('pipeline.goneText') }}
      list={list}
    >
      {(pipeline, close) => (
        <Stack key={id} gap="lg">
          <Anchor component={Link} to="/crm/pipeline/stages/new" size="sm">
            {t('pipeline.newPipeline')}
          </Anchor>
          <Detail pipeline={pipeline} onRemoved={close} />
        </Stack>
      )}
    </ThingPanel>
  );
}

function Detail({ pipeline, onRemoved }: { pipeline: Pipeline; onRemoved: () => void }) {
  const { t } = useTranslation();
  const { id, name, version, stages } = pipeline;
  const draft = useDraft(`pipeline ${id}`, draftOfPipeline(name, stages), version);
  const update = useWrite(UpdatePipelineDocument);
  const { write: remove } = useWrite(RemovePipelineDocument, showTrouble);
  const { write: restore } = useWrite(RestorePipelineDocument, showTrouble);
  const missing = useMissingStages(draft.fields);
  const mistakes = mistakesIn(draft, update, missing);

  async function save() {
    if (hasMistakes(missing)) return undefined;
    const saved = await update.write({ id, input: changedPipelineOf(draft.fields, pipeline) });
    if (saved) showDone(t('pipeline.saved', { title: saved.updatePipeline.name }));
    return saved;
  }

  async function takeAway() {
    if (!(await remove({ id }))) return;
    onRemoved();
    showUndo(`pipeline-${id}`, t('pipeline.removed', { title: name }), () => void restore({ id }));
  }

  return (
    <FormFrame
      draft={draft}
      write={update}
      action={t('action.save')}
      isReady={draft.isChanged}
      onSave={save}
      beside={
        <Confirm
          label={t('pipeline.remove')}
          question={t('pipeline.removeQuestion', { name })}
          text={t('pipeline.removeText')}
          answer={t('pipeline.remove')}
          onConfirm={takeAway}
        />
      }
    >
      <TextInput
        label={t('pipeline.name')}
        value={draft.fields.name}
        error={mistakes('name')}
        onChange={({ currentTarget }) => draft.change({ name: currentTarget.value })}
      />
      <StagesField
        draft={draft.fields}
        stages={stages}
        mistake={mistakes('stages') ?? update.mistakeAt('moves')}
        onChange={draft.change}
      />
    </FormFrame>
  );
}
