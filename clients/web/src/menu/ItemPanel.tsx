import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useOutletContext, useParams } from 'react-router';
import { Empty } from '../look/Empty.tsx';
import { Panel } from '../look/Panel.tsx';
import { useTenant } from '../session/viewer.tsx';
import { textIn } from '../words/text-in.ts';
import { ItemDetail } from './ItemDetail.tsx';
import type { MenuOutlet } from './MenuPage.tsx';

export function Component() {
  const { t, i18n } = useTranslation();
  const { languages } = useTenant();
  const { itemId } = useParams();
  const { search } = useLocation();
  const navigate = useNavigate();
  const { sections } = useOutletContext<MenuOutlet>();
  const close = () => navigate({ pathname: '/menu', search });
  const section = sections.find(({ items }) => items.some(({ id }) => id === itemId));
  const item = section?.items.find(({ id }) => id === itemId);
  if (!section || !item) {
    return (
      <Panel title={t('item.goneTitle')} onClose={close}>
        <Empty icon="search" title={t('item.goneTitle')} text={t('item.goneText')} />
      </Panel>
    );
  }
  return (
    <Panel title={textIn(item.names, [i18n.language, ...languages])} onClose={close}>
      <ItemDetail key={item.id} item={item} section={section} onGone={close} />
    </Panel>
  );
}
