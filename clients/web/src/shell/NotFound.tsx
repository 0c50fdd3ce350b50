import { useTranslation } from 'react-i18next';
import { Empty } from '../look/Empty.tsx';
import { WaysOn } from './WaysOn.tsx';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <>
      <title>{`${t('notFound.title')} · Mycelium`}</title>
      <Empty order={1} icon="search" title={t('notFound.title')} text={t('notFound.text')}>
        <WaysOn />
      </Empty>
    </>
  );
}
