import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Empty } from '../look/Empty.tsx';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <>
      <title>{`${t('notFound.title')} · Mycelium`}</title>
      <Empty order={1} icon="search" title={t('notFound.title')} text={t('notFound.text')}>
        <Anchor component={Link} to="/">
          {t('notFound.back')}
        </Anchor>
      </Empty>
    </>
  );
}
