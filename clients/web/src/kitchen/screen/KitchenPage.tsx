import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../look/Empty.tsx';
import { Trouble } from '../../look/Trouble.tsx';
import { Waiting } from '../../look/Waiting.tsx';
import { usePath } from '../../session/place.ts';
import { useKept } from '../../station/kept/use-kept.ts';
import { useStation } from '../../station/use-station.ts';
import { ExpediterScreen } from '../expediter/ExpediterScreen.tsx';
import { useScreenOn } from '../sound/use-screen-on.ts';
import { chosenScreen, EXPEDITER } from './chosen-screen.ts';
import { ScreenChoice } from './ScreenChoice.tsx';
import { StationScreen } from './StationScreen.tsx';
import { screensAt } from './screens.ts';

/** The screen of a station or of the expediter; which one it is, the address says, else what was chosen here last. */
export function KitchenPage() {
  const { t } = useTranslation();
  const { location } = useStation();
  const [, , asked] = usePath().split('/');
  const source = useMemo(() => screensAt(location.id), [location.id]);
  const { value, problem, askAgain } = useKept(source);
  useScreenOn();
  if (!value) return problem ? <Trouble problem={problem} onRetry={askAgain} /> : <Waiting shape={['list']} />;
  const { stations } = value;
  if (stations.length === 0)
    return <Empty icon="pan" title={t('kitchen.noStationTitle')} text={t('kitchen.noStationText')} />;
  const screen = asked ?? chosenScreen();
  if (screen === EXPEDITER) return <ExpediterScreen stations={stations} />;
  const station = stations.find(({ id }) => id === screen);
  return station ? <StationScreen key={station.id} station={station} /> : <ScreenChoice stations={stations} />;
}
