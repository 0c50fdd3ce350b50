import { useTranslation } from 'react-i18next';
import { PageHead } from '../look/PageHead.tsx';
import { Tabs } from '../look/Tabs.tsx';
import { useMay } from '../session/viewer.tsx';
import { PageBelow } from '../shell/PageBelow.tsx';
import { KnownTags } from './tags/KnownTags.tsx';

const tabs = [
  'activities',
  'contacts',
  'notes',
  'partners',
  'pipeline',
  'timeline',
  'duplicates',
  'imports',
  'tags',
] as const;

/** Whom one deals with, and what was agreed; for the platform's staff also how their customers are. */
export function Component() {
  const { t } = useTranslation();
  const isStaff = useMay('platform:admin');
  const shown = isStaff ? ([...tabs, 'accounts'] as const) : tabs;
  return (
    <KnownTags>
      <PageHead title={t('area.crm')} />
      <Tabs label={t('area.crm')} tabs={shown.map((name) => ({ to: `/crm/${name}`, label: t(`crm.tab.${name}`) }))} />
      <PageBelow />
    </KnownTags>
  );
}
