import { useTranslation } from 'react-i18next';
import { PageHead } from '../look/PageHead.tsx';
import { Tabs } from '../look/Tabs.tsx';
import { PageBelow } from '../shell/PageBelow.tsx';

const tabs = ['activities', 'contacts', 'notes', 'partners', 'timeline', 'duplicates', 'imports'] as const;

/** Whom one deals with, and what was agreed. */
export function Component() {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t('area.crm')} />
      <Tabs label={t('area.crm')} tabs={tabs.map((name) => ({ to: `/crm/${name}`, label: t(`crm.tab.${name}`) }))} />
      <PageBelow />
    </>
  );
}
