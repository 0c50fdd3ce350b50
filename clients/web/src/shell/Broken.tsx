import { Button, Container } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Empty } from '../look/Empty.tsx';

/** The page itself could not be shown: its code did not arrive (a new version was put in place), or it has a fault. */
export function Broken() {
  const { t } = useTranslation();
  return (
    <Container component="main">
      <title>Mycelium</title>
      <Empty order={1} icon="alert" title={t('broken.title')} text={t('broken.text')}>
        <Button onClick={() => location.reload()}>{t('broken.reload')}</Button>
      </Empty>
    </Container>
  );
}
