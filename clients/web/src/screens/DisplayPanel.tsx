import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useThing } from '../graph/use-thing.ts';
import { ThingPanel } from '../look/ThingPanel.tsx';
import { DisplayDetail } from './DisplayDetail.tsx';
import { DisplayDocument } from './screens.ts';

export function Component() {
  const { t } = useTranslation();
  const { displayId = '' } = useParams();
  const asked = useThing({ query: DisplayDocument, variables: { id: displayId } }, ({ display }) => display);
  return (
    <ThingPanel
      asked={asked}
      name={t('area.screens')}
      titleOf={({ name }) => name}
      icon="screen"
      historyOf={({ id }) => id}
      gone={{ title: t('display.goneTitle'), text: t('display.goneText') }}
      list="/screens"
    >
      {(display) => <DisplayDetail key={display.id} display={display} />}
    </ThingPanel>
  );
}
