import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useRevalidator } from 'react-router';
import { Empty } from '../look/Empty.tsx';

/** A page, or a panel, that has a fault: it is said in its place, and what surrounds it stays. */
export function Fault() {
  const { t } = useTranslation();
  const { revalidate } = useRevalidator();
  return (
    <Empty icon="alert" title={t('broken.title')} text={t('broken.fault')}>
      <Button variant="default" onClick={() => void revalidate()}>
        {t('action.retry')}
      </Button>
    </Empty>
  );
}
