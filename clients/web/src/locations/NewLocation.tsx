import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate, useOutletContext } from 'react-router';
import { useDraft } from '../graph/use-draft.ts';
import { useWrite } from '../graph/use-write.ts';
import { Panel } from '../look/Panel.tsx';
import { useTenant } from '../session/viewer.tsx';
import { LocationForm } from './LocationForm.tsx';
import type { LocationsOutlet } from './LocationsPage.tsx';
import { emptyLocation, isNew } from './location-draft.ts';
import { CreateLocationDocument } from './locations.ts';

export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const tenant = useTenant();
  const { restaurants } = useOutletContext<LocationsOutlet>();
  const open = restaurants.filter(({ closedAt }) => !closedAt);
  const draft = useDraft('new location', { restaurantId: '', ...emptyLocation(tenant) });
  const create = useWrite(CreateLocationDocument);
  const restaurantId = draft.fields.restaurantId || (open[0]?.id ?? '');
  return (
    <Panel title={t('location.new')} onClose={() => navigate('/locations')}>
      <LocationForm
        draft={draft}
        write={create}
        isReadOnly={false}
        action={t('location.create')}
        onSave={async (input) => {
          const created = await create.write({ input: { restaurantId, ...input } });
          if (created) await navigate(`/locations/${created.createLocation.id}`, { state: isNew });
          return created;
        }}
      >
        {open.length > 1 && (
          <NativeSelect
            label={t('location.restaurant')}
            data={open.map(({ id, name }) => ({ value: id, label: name }))}
            value={restaurantId}
            error={create.mistakeAt('restaurantId')}
            onChange={({ currentTarget }) => draft.change({ restaurantId: currentTarget.value })}
          />
        )}
      </LocationForm>
    </Panel>
  );
}
