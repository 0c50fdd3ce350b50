import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useDraft } from '../../graph/use-draft.ts';
import { useWrite } from '../../graph/use-write.ts';
import { Panel } from '../../look/Panel.tsx';
import { CreateGroupDocument, emptyGroup } from './choices.ts';
import { GroupForm } from './GroupForm.tsx';

export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const draft = useDraft('new choice', emptyGroup);
  const create = useWrite(CreateGroupDocument);
  return (
    <Panel title={t('choice.new')} onClose={() => navigate('/menu/choices')}>
      <GroupForm
        draft={draft}
        write={create}
        isReadOnly={false}
        action={t('choice.create')}
        onSave={async (input) => {
          const created = await create.write({ input });
          if (created) await navigate(`/menu/choices/${created.createModifierGroup.id}`);
          return created;
        }}
      />
    </Panel>
  );
}
