import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOutletContext, useParams } from 'react-router';
import { useDraft } from '../../graph/use-draft.ts';
import { useWrite } from '../../graph/use-write.ts';
import { showDone } from '../../look/notify.tsx';
import { ThingPanel } from '../../look/ThingPanel.tsx';
import { useMay } from '../../session/viewer.tsx';
import { ClosingButton } from '../ClosingButton.tsx';
import type { LocationsOutlet } from '../LocationsPage.tsx';
import type { Restaurant } from '../locations.ts';
import { RestaurantForm } from './RestaurantForm.tsx';
import { CloseRestaurantDocument, ReopenRestaurantDocument, UpdateRestaurantDocument } from './restaurants.ts';

export function Component() {
  const { t } = useTranslation();
  const { restaurantId } = useParams();
  const { restaurants } = useOutletContext<LocationsOutlet>();
  return (
    <ThingPanel
      asked={{ thing: restaurants.find(({ id }) => id === restaurantId) ?? null }}
      name={t('brand.title')}
      titleOf={({ name }) => name}
      icon="place"
      historyOf={({ id }) => id}
      gone={{ title: t('brand.goneTitle'), text: t('brand.goneText') }}
      list="/locations"
    >
      {(restaurant) => <Detail key={restaurant.id} restaurant={restaurant} />}
    </ThingPanel>
  );
}

function Detail({ restaurant }: { restaurant: Restaurant }) {
  const { t } = useTranslation();
  const mayWrite = useMay('location:write');
  const { id, name, version, closedAt, locations } = restaurant;
  const draft = useDraft(`restaurant ${id}`, { name }, version);
  const update = useWrite(UpdateRestaurantDocument);
  const stillOpen = locations.filter((location) => !location.closedAt).length;

  return (
    <>
      <RestaurantForm
        draft={draft}
        write={update}
        isReadOnly={!mayWrite}
        action={t('action.save')}
        onSave={async (input) => {
          const saved = await update.write({ id, input: { version, ...input } });
          if (saved) showDone(t('location.saved', { name: saved.updateRestaurant.name }));
          return saved;
        }}
        beside={
          <ClosingButton
            place={restaurant}
            close={CloseRestaurantDocument}
            reopen={ReopenRestaurantDocument}
            word={t('brand.close')}
            isOff={stillOpen > 0}
          />
        }
      />
      {!closedAt && mayWrite && (
        <Text size="sm" c="var(--quiet)" mt="sm">
          {t(stillOpen > 0 ? 'brand.closeLater' : 'brand.closeText', { count: stillOpen })}
        </Text>
      )}
    </>
  );
}
