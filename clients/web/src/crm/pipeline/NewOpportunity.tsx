import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { hasMistakes, mistakesIn } from '../../graph/mistakes.ts';
import { useDraft } from '../../graph/use-draft.ts';
import { useLiveQuery } from '../../graph/use-live-query.ts';
import { useWrite } from '../../graph/use-write.ts';
import { FormFrame } from '../../look/FormFrame.tsx';
import { showDone } from '../../look/notify.tsx';
import { Panel } from '../../look/Panel.tsx';
import { useViewer } from '../../session/viewer.tsx';
import { OpportunityFields } from './OpportunityFields.tsx';
import { PipelinesDocument } from './opportunities.ts';
import { newOpportunity, opportunityInputOf } from './opportunity-draft.ts';
import { useMissing } from './use-missing.ts';
import { CreateOpportunityDocument } from './write-opportunity.ts';

/** Something that may come about, in the pipeline and the stage of the address, else in the first ones. */
export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { viewer, tenant } = useViewer();
  const { data } = useLiveQuery({ query: PipelinesDocument });
  const pipelines = data?.viewer?.tenant?.pipelines.edges.map(({ node }) => node) ?? [];
  const pipeline = pipelines.find(({ id }) => id === search.get('pipeline')) ?? pipelines[0];
  const stage = pipelines.flatMap(({ stages }) => stages).find(({ id }) => id === search.get('stage'));
  const draft = useDraft('new opportunity', newOpportunity(tenant.currency, viewer.user?.id ?? ''));
  const create = useWrite(CreateOpportunityDocument);
  const missing = useMissing(draft.fields);
  const mistakes = mistakesIn(draft, create, missing);
  const inBoard = new URLSearchParams(search);
  inBoard.delete('stage');
  const to = (id: string) => ({ pathname: `/crm/pipeline${id && `/${id}`}`, search: inBoard.toString() });

  async function save() {
    if (hasMistakes(missing) || !pipeline) return undefined;
    // What is lost needs a reason: it is put there once it exists.
    const stageId = stage && stage.kind !== 'LOST' && pipeline.stages.includes(stage) ? stage.id : null;
    const input = { ...opportunityInputOf(draft.fields), pipelineId: pipeline.id, stageId };
    const saved = await create.write({ input });
    if (!saved) return undefined;
    showDone(t('pipeline.saved', { title: saved.createOpportunity.title }));
    await navigate(to(saved.createOpportunity.id));
    return saved;
  }

  return (
    <Panel title={t('pipeline.new')} onClose={() => navigate(to(''))}>
      <FormFrame
        draft={draft}
        write={create}
        action={t('activities.create')}
        isReady={pipeline !== undefined}
        onSave={save}
      >
        <OpportunityFields
          opportunity={draft.fields}
          mistakeAt={(field) => (field in draft.fields ? mistakes(field as 'title') : create.mistakeAt(field))}
          isReadOnly={false}
          onChange={draft.change}
        />
      </FormFrame>
    </Panel>
  );
}
