import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation, useOutletContext, useParams } from 'react-router';
import { useDraft } from '../../graph/use-draft.ts';
import { useThing } from '../../graph/use-thing.ts';
import { useWrite } from '../../graph/use-write.ts';
import { Confirm } from '../../look/Confirm.tsx';
import { showDone, showTrouble } from '../../look/notify.tsx';
import { ThingPanel } from '../../look/ThingPanel.tsx';
import { useMay } from '../../session/viewer.tsx';
import { FactsForm } from './FactsForm.tsx';
import { RoutesForm } from './RoutesForm.tsx';
import type { StationsOutlet } from './StationsPage.tsx';
import { draftOf } from './station-draft.ts';
import {
  type KitchenStation,
  KitchenStationDocument,
  RemoveKitchenStationDocument,
  UpdateKitchenStationDocument,
} from './stations.ts';

/** One station: what it is called, when it is late, how it sounds, and what it makes. */
export function Component() {
  const { t } = useTranslation();
  const { search } = useLocation();
  const { stationId = '' } = useParams();
  const asked = useThing({ query: KitchenStationDocument, variables: { id: stationId } }, ({ kitchenStation }) =>
    kitchenStation?.removedAt ? null : kitchenStation,
  );
  return (
    <ThingPanel
      asked={asked}
      name={t('kitchen.station')}
      titleOf={({ name }) => name}
      icon="pan"
      historyOf={({ id }) => id}
      gone={{ title: t('kitchen.goneTitle'), text: t('kitchen.goneText') }}
      list={{ pathname: '/kitchens', search }}
    >
      {(station, close) => <Detail key={station.id} station={station} onRemoved={close} />}
    </ThingPanel>
  );
}

function Detail({ station, onRemoved }: { station: KitchenStation; onRemoved: () => void }) {
  const { t } = useTranslation();
  const mayWrite = useMay('location:write');
  const { stations } = useOutletContext<StationsOutlet>();
  const { id, name, version } = station;
  const draft = useDraft(`kitchen station ${id}`, draftOf(station), version);
  const update = useWrite(UpdateKitchenStationDocument);
  const { write: move } = useWrite(UpdateKitchenStationDocument, showTrouble);
  const { write: remove } = useWrite(RemoveKitchenStationDocument, showTrouble);
  const [first] = stations;
  const mayComeFirst = mayWrite && first && first.id !== id && first.locationId === station.locationId;

  /** Before all others: they move up by one where there is no room before the first. */
  async function comeFirst() {
    const order = [station, ...stations.filter((each) => each.id !== id)];
    for (const [position, each] of order.entries())
      if (each.position !== position && !(await move({ id: each.id, input: { version: each.version, position } })))
        return;
  }

  return (
    <>
      <FactsForm
        draft={draft}
        write={update}
        isReadOnly={!mayWrite}
        action={t('action.save')}
        onSave={async (facts) => {
          const saved = await update.write({ id, input: { version, ...facts } });
          if (saved) showDone(t('kitchen.savedStation', { name: saved.updateKitchenStation.name }));
          return saved;
        }}
      >
        <Group gap="sm">
          {mayComeFirst && (
            <Button variant="default" onClick={() => void comeFirst()}>
              {t('kitchen.comeFirst')}
            </Button>
          )}
          {mayWrite && (
            <Confirm
              label={t('kitchen.removeStation')}
              question={t('kitchen.removeQuestion', { name })}
              text={t('kitchen.removeText')}
              answer={t('kitchen.removeStation')}
              onConfirm={async () => {
                if (await remove({ id })) onRemoved();
              }}
            />
          )}
        </Group>
      </FactsForm>
      <RoutesForm station={station} isReadOnly={!mayWrite} />
    </>
  );
}
