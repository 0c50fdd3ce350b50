import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useOutletContext } from 'react-router';
import { useDraft } from '../../graph/use-draft.ts';
import { useWrite } from '../../graph/use-write.ts';
import { Panel } from '../../look/Panel.tsx';
import { FactsForm } from './FactsForm.tsx';
import type { StationsOutlet } from './StationsPage.tsx';
import { emptyStation } from './station-draft.ts';
import { CreateKitchenStationDocument } from './stations.ts';

export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { search } = useLocation();
  const { kitchen } = useOutletContext<StationsOutlet>();
  const draft = useDraft(`new station ${kitchen.id}`, emptyStation);
  const create = useWrite(CreateKitchenStationDocument);
  return (
    <Panel title={t('kitchen.newStation')} onClose={() => navigate({ pathname: '/kitchens', search })}>
      <FactsForm
        draft={draft}
        write={create}
        isReadOnly={false}
        action={t('kitchen.createStation')}
        onSave={async (facts) => {
          const created = await create.write({ input: { locationId: kitchen.id, ...facts } });
          // What is made there is said next.
          if (created) await navigate({ pathname: `/kitchens/${created.createKitchenStation.id}`, search });
          return created;
        }}
      />
    </Panel>
  );
}
