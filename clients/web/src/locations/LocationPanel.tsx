import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'react-router';
import { useDraft } from '../graph/use-draft.ts';
import { useThing } from '../graph/use-thing.ts';
import { useWrite } from '../graph/use-write.ts';
import { showDone } from '../look/notify.tsx';
import { StateMark } from '../look/StateMark.tsx';
import { ThingPanel } from '../look/ThingPanel.tsx';
import { useMay } from '../session/viewer.tsx';
import { ClosingButton } from './ClosingButton.tsx';
import { LocationForm } from './LocationForm.tsx';
import { draftOf, isNew } from './location-draft.ts';
import {
  CloseLocationDocument,
  type Location,
  LocationDocument,
  ReopenLocationDocument,
  UpdateLocationDocument,
} from './locations.ts';
import { UsualTaxes } from './taxes/UsualTaxes.tsx';

export function Component() {
  const { t } = useTranslation();
  const { locationId = '' } = useParams();
  const asked = useThing({ query: LocationDocument, variables: { id: locationId } }, ({ location }) => location);
  return (
    <ThingPanel
      asked={asked}
      name={t('area.locations')}
      titleOf={({ name }) => name}
      icon="place"
      historyOf={({ id }) => id}
      gone={{ title: t('location.goneTitle'), text: t('location.goneText') }}
      list="/locations"
    >
      {(location) => <Detail key={location.id} location={location} />}
    </ThingPanel>
  );
}

function Detail({ location }: { location: Location }) {
  const { t } = useTranslation();
  const mayWrite = useMay('location:write');
  const { id, version, closedAt, restaurant, taxCountry } = location;
  const [isNewCountry, setNewCountry] = useState(useLocation().state === isNew);
  const draft = useDraft(`location ${id}`, draftOf(location), version);
  const update = useWrite(UpdateLocationDocument);

  return (
    <LocationForm
      draft={draft}
      write={update}
      isReadOnly={!mayWrite}
      action={t('action.save')}
      onSave={async (input) => {
        const saved = await update.write({ id, input: { version, ...input } });
        if (saved) showDone(t('location.saved', { name: saved.updateLocation.name }));
        if (saved && saved.updateLocation.taxCountry !== taxCountry) setNewCountry(true);
        return saved;
      }}
      beside={
        <ClosingButton
          place={location}
          close={CloseLocationDocument}
          reopen={ReopenLocationDocument}
          word={t('location.close')}
        />
      }
    >
      {closedAt && (
        <StateMark state="off" word={t('location.closedText', { name: restaurant.name })} since={closedAt} />
      )}
      {mayWrite && !closedAt && taxCountry && (
        <UsualTaxes key={taxCountry} location={location} country={taxCountry} isNew={isNewCountry} />
      )}
    </LocationForm>
  );
}
