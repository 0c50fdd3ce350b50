import { useTranslation } from 'react-i18next';
import { useLocation, useOutletContext, useParams } from 'react-router';
import { ThingPanel } from '../look/ThingPanel.tsx';
import { useTenant } from '../session/viewer.tsx';
import { textIn } from '../words/text-in.ts';
import { ItemDetail } from './ItemDetail.tsx';
import type { MenuOutlet } from './MenuPage.tsx';
import { ItemSale } from './sale/ItemSale.tsx';

export function Component() {
  const { t, i18n } = useTranslation();
  const { languages } = useTenant();
  const { itemId } = useParams();
  const { search } = useLocation();
  const { sections } = useOutletContext<MenuOutlet>();
  const section = sections.find(({ items }) => items.some(({ id }) => id === itemId));
  const item = section?.items.find(({ id }) => id === itemId);
  return (
    <ThingPanel
      asked={{ thing: section && item ? { section, item } : null }}
      name={t('area.menu')}
      titleOf={({ item: { names } }) => textIn(names, [i18n.language, ...languages])}
      icon="search"
      historyOf={({ item: { id } }) => id}
      gone={{ title: t('item.goneTitle'), text: t('item.goneText') }}
      list={{ pathname: '/menu', search }}
    >
      {(found, close) => (
        <>
          <ItemDetail key={found.item.id} {...found} onGone={close} />
          <ItemSale key={`sale ${found.item.id}`} item={found.item} />
        </>
      )}
    </ThingPanel>
  );
}
