import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { FrameWaiting } from '../look/FrameWaiting.tsx';
import { PageWaiting } from '../look/PageWaiting.tsx';
import { Waiting } from '../look/Waiting.tsx';
import { areaOf, pageIn } from './area-of.ts';
import { areas } from './areas.ts';
import { shapeOf } from './shape-of.ts';

/** The console on its way to the page that it was opened at. */
export function ConsoleWaiting() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const area = areaOf(areas, pathname);
  return (
    <FrameWaiting>
      {area ? (
        <PageWaiting title={t(`area.${area.name}`)} shape={shapeOf(area, pageIn(area, pathname), 'whole')} />
      ) : (
        <Waiting />
      )}
    </FrameWaiting>
  );
}
