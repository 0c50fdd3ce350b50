import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useDraft } from '../../graph/use-draft.ts';
import { useWrite } from '../../graph/use-write.ts';
import { Panel } from '../../look/Panel.tsx';
import { RestaurantForm } from './RestaurantForm.tsx';
import { CreateRestaurantDocument } from './restaurants.ts';

export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const draft = useDraft('new restaurant', { name: '' });
  const create = useWrite(CreateRestaurantDocument);
  return (
    <Panel title={t('brand.new')} onClose={() => navigate('/locations')}>
      <RestaurantForm
        draft={draft}
        write={create}
        isReadOnly={false}
        action={t('brand.create')}
        onSave={async (input) => {
          const created = await create.write({ input });
          if (created) await navigate(`/locations/restaurants/${created.createRestaurant.id}`);
          return created;
        }}
      />
    </Panel>
  );
}
