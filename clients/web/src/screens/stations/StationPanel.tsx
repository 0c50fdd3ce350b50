import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useThing } from '../../graph/use-thing.ts';
import { ThingPanel } from '../../look/ThingPanel.tsx';
import { StationDetail } from './StationDetail.tsx';
import { StationDocument } from './stations.ts';

export function Component() {
  const { t } = useTranslation();
  const { stationId = '' } = useParams();
  const asked = useThing({ query: StationDocument, variables: { id: stationId } }, ({ station }) => station);
  return (
    <ThingPanel
      asked={asked}
      name={t('station.title')}
      titleOf={({ name }) => name}
      icon="screen"
      historyOf={({ id }) => id}
      gone={{ title: t('station.goneTitle'), text: t('station.goneText') }}
      list="/screens"
    >
      {(station) => <StationDetail key={station.id} station={station} />}
    </ThingPanel>
  );
}
