import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { hasMistakes, mistakesIn } from '../../graph/mistakes.ts';
import { useDraft } from '../../graph/use-draft.ts';
import { useWrite } from '../../graph/use-write.ts';
import { FormFrame } from '../../look/FormFrame.tsx';
import { showDone } from '../../look/notify.tsx';
import { Panel } from '../../look/Panel.tsx';
import { draftOfPipeline, pipelineInputOf } from './pipeline-draft.ts';
import { StagesField } from './StagesField.tsx';
import { useMissingStages } from './use-missing-stages.ts';
import { useNewStages } from './use-new-stages.ts';
import { CreatePipelineDocument } from './write-pipeline.ts';

export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const draft = useDraft('new pipeline', draftOfPipeline('', useNewStages()));
  const create = useWrite(CreatePipelineDocument);
  const missing = useMissingStages(draft.fields);
  const mistakes = mistakesIn(draft, create, missing);

  async function save() {
    if (hasMistakes(missing)) return undefined;
    const saved = await create.write({ input: pipelineInputOf(draft.fields) });
    if (!saved) return undefined;
    const { id, name } = saved.createPipeline;
    showDone(t('pipeline.saved', { title: name }));
    await navigate({ pathname: '/crm/pipeline', search: new URLSearchParams({ pipeline: id }).toString() });
    return saved;
  }

  return (
    <Panel title={t('pipeline.newPipeline')} onClose={() => navigate('/crm/pipeline')}>
      <FormFrame draft={draft} write={create} action={t('activities.create')} onSave={save}>
        <TextInput
          label={t('pipeline.name')}
          value={draft.fields.name}
          error={mistakes('name')}
          onChange={({ currentTarget }) => draft.change({ name: currentTarget.value })}
        />
        <StagesField draft={draft.fields} stages={[]} mistake={mistakes('stages')} onChange={draft.change} />
      </FormFrame>
    </Panel>
  );
}
