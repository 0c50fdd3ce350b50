import { Button, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { hasMistakes, mistakesIn } from '../../graph/mistakes.ts';
import { useDraft } from '../../graph/use-draft.ts';
import { useThing } from '../../graph/use-thing.ts';
import { useWrite } from '../../graph/use-write.ts';
import { FormFrame } from '../../look/FormFrame.tsx';
import { showDone, showTrouble, showUndo } from '../../look/notify.tsx';
import { ThingPanel } from '../../look/ThingPanel.tsx';
import { localeOf } from '../../money/money.ts';
import { useMay, useTenant } from '../../session/viewer.tsx';
import { SubjectStory } from '../SubjectStory.tsx';
import { SubjectTimeline } from '../timeline/SubjectTimeline.tsx';
import { useListed } from '../use-listed.ts';
import { OpportunityFields } from './OpportunityFields.tsx';
import { OpportunityStage } from './OpportunityStage.tsx';
import { type Opportunity, OpportunityDocument } from './opportunities.ts';
import { changedOpportunityOf, draftOfOpportunity } from './opportunity-draft.ts';
import { useMissing } from './use-missing.ts';
import {
  RemoveOpportunityDocument,
  RestoreOpportunityDocument,
  UpdateOpportunityDocument,
} from './write-opportunity.ts';

export function Component() {
  const { t } = useTranslation();
  const { id, list } = useListed('/crm/pipeline');
  const asked = useThing({ query: OpportunityDocument, variables: { id } }, ({ opportunity }) => opportunity);
  return (
    <ThingPanel
      asked={asked}
      name={t('crm.thing.OPPORTUNITY')}
      titleOf={({ title }) => title}
      icon="board"
      historyOf={() => id}
      gone={{ title: t('pipeline.goneTitle'), text: t('pipeline.goneText') }}
      list={list}
    >
      {(opportunity, close) => (
        <Stack key={id} gap="lg">
          <OpportunityStage opportunity={opportunity} />
          <SubjectStory kind="OPPORTUNITY" id={id} />
          <Detail opportunity={opportunity} onRemoved={close} />
          <SubjectTimeline subject={{ kind: 'OPPORTUNITY', id }} />
        </Stack>
      )}
    </ThingPanel>
  );
}

function Detail({ opportunity, onRemoved }: { opportunity: Opportunity; onRemoved: () => void }) {
  const { t } = useTranslation();
  const tenant = useTenant();
  const mayWrite = useMay('crm:write');
  const { id, version, title } = opportunity;
  const start = draftOfOpportunity(opportunity, tenant.currency, localeOf(tenant));
  const draft = useDraft(`opportunity ${id}`, start, version);
  const update = useWrite(UpdateOpportunityDocument);
  const { write: remove } = useWrite(RemoveOpportunityDocument, showTrouble);
  const { write: restore } = useWrite(RestoreOpportunityDocument, showTrouble);
  const missing = useMissing(draft.fields);
  const mistakes = mistakesIn(draft, update, missing);

  async function save() {
    if (hasMistakes(missing)) return undefined;
    const saved = await update.write({ id, input: changedOpportunityOf(draft.fields, draft.changes, version) });
    if (saved) showDone(t('pipeline.saved', { title: saved.updateOpportunity.title }));
    return saved;
  }

  async function takeAway() {
    if (!(await remove({ id }))) return;
    onRemoved();
    showUndo(`opportunity-${id}`, t('pipeline.removed', { title }), () => void restore({ id }));
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
        <Button variant="outline" color="red" onClick={() => void takeAway()}>
          {t('pipeline.remove')}
        </Button>
      }
    >
      <OpportunityFields
        opportunity={draft.fields}
        mistakeAt={(field) => (field in draft.fields ? mistakes(field as 'title') : update.mistakeAt(field))}
        isReadOnly={!mayWrite}
        onChange={draft.change}
      />
    </FormFrame>
  );
}
