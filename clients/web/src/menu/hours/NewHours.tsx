import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useDraft } from '../../graph/use-draft.ts';
import { useWrite } from '../../graph/use-write.ts';
import { Panel } from '../../look/Panel.tsx';
import { HoursForm } from './HoursForm.tsx';
import { CreateHoursDocument, emptyHours } from './hours.ts';

export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const draft = useDraft('new hours', emptyHours);
  const create = useWrite(CreateHoursDocument);
  return (
    <Panel title={t('hours.new')} onClose={() => navigate('/menu/hours')}>
      <HoursForm
        draft={draft}
        write={create}
        isReadOnly={false}
        action={t('hours.create')}
        onSave={async (input) => {
          const created = await create.write({ input });
          if (created) await navigate('/menu/hours');
          return created;
        }}
      />
    </Panel>
  );
}
