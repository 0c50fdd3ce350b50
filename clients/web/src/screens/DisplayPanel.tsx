import { useTranslation } from 'react-i18next';
import { useNavigate, useOutletContext, useParams } from 'react-router';
import { Empty } from '../look/Empty.tsx';
import { Panel } from '../look/Panel.tsx';
import { DisplayDetail } from './DisplayDetail.tsx';
import type { ScreensOutlet } from './screens.ts';

export function Component() {
  const { t } = useTranslation();
  const { displayId } = useParams();
  const navigate = useNavigate();
  const { displays, boards } = useOutletContext<ScreensOutlet>();
  const display = displays.find(({ id }) => id === displayId);
  return (
    <Panel title={display?.name ?? t('display.goneTitle')} onClose={() => navigate('/screens')}>
      {display ? (
        <DisplayDetail key={`${display.id} ${display.version}`} display={display} boards={boards} />
      ) : (
        <Empty icon="screen" title={t('display.goneTitle')} text={t('display.goneText')} />
      )}
    </Panel>
  );
}
