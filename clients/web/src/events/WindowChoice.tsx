import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { useFigures } from './figures.ts';

/** Over which while is counted. */
export function WindowChoice({
  window,
  windows,
  choose,
}: Pick<ReturnType<typeof useFigures>, 'window' | 'windows' | 'choose'>) {
  const { t } = useTranslation();
  return (
    <SegmentedControl
      aria-label={t('bus.window.name')}
      value={window}
      onChange={choose}
      data={windows.map((value) => ({ value, label: t(`bus.window.${value}`) }))}
    />
  );
}
