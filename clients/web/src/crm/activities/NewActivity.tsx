import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { graphql } from '../../generated/gql.ts';
import { hasMistakes, mistakesIn } from '../../graph/mistakes.ts';
import { useDraft } from '../../graph/use-draft.ts';
import { useWrite } from '../../graph/use-write.ts';
import { FormFrame } from '../../look/FormFrame.tsx';
import { showDone } from '../../look/notify.tsx';
import { Panel } from '../../look/Panel.tsx';
import { useViewer } from '../../session/viewer.tsx';
import { useSubject } from '../use-subject.ts';
import { ActivityFields } from './ActivityFields.tsx';
import { activityInputOf, newActivity } from './activity-draft.ts';

const CreateActivityDocument = graphql(`
  mutation CreateActivity($input: CreateActivityInput!) {
    createActivity(input: $input) {
      id
      ...ActivityRow
    }
  }
`);

/** Something to be done, about what the address says. */
export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { viewer } = useViewer();
  const subject = useSubject();
  const draft = useDraft(`new activity ${subject.id}`, { ...newActivity, assigneeId: viewer.user?.id ?? '' });
  const create = useWrite(CreateActivityDocument);
  const missing = { title: !draft.fields.title.trim() && t('activities.titleMissing') };
  const mistakes = mistakesIn(draft, create, missing);

  async function save() {
    if (hasMistakes(missing)) return undefined;
    const saved = await create.write({ input: { ...activityInputOf(draft.fields), subject } });
    if (!saved) return undefined;
    showDone(t('activities.saved', { title: saved.createActivity.title }));
    await navigate(`/crm/activities/${saved.createActivity.id}`);
    return saved;
  }

  return (
    <Panel title={t('activities.new')} onClose={() => navigate('/crm/activities')}>
      <FormFrame draft={draft} write={create} action={t('activities.create')} onSave={save}>
        <ActivityFields
          activity={draft.fields}
          mistakeAt={(field) => (field in draft.fields ? mistakes(field as 'title') : create.mistakeAt(field))}
          isReadOnly={false}
          onChange={draft.change}
        />
      </FormFrame>
    </Panel>
  );
}
