import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import type { Asked } from '../../graph/use-thing.ts';
import { ThingPanel } from '../../look/ThingPanel.tsx';

/** Leads from a part of an item, which has no page of its own, to the item. */
export function LeadToItem({ asked, title }: { asked: Asked<{ itemId: string }>; title: string }) {
  const { t } = useTranslation();
  return (
    <ThingPanel
      asked={asked}
      name={t('area.menu')}
      titleOf={() => title}
      icon="search"
      gone={{ title: t('item.goneTitle'), text: t('item.goneText') }}
      list="/menu"
    >
      {({ itemId }) => <Navigate to={`/menu/${itemId}`} replace />}
    </ThingPanel>
  );
}
