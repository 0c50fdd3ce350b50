import { Button, Group } from '@mantine/core';
import { useLive } from '@mycelium/client-kit/use-live';
import { type ComponentType, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnection } from '../graph/GraphProvider.tsx';
import { Empty } from '../look/Empty.tsx';
import type { First } from './area.ts';
import { useBrought } from './use-brought.ts';

export interface Page {
  Component: ComponentType;
  first?: First;
}

/** What stands in for a page whose code did not arrive: it says so in the page's place, and becomes the page when that has come. */
export function late(load: () => Promise<Page>): ComponentType {
  return function Late() {
    const [round, setRound] = useState(0);
    const Component = useBrought(load, round)?.Component;
    return Component ? <Component /> : <Missing onRetry={() => setRound(round + 1)} />;
  };
}

/** While the connection is gone it is that; else what is missing may belong to a version of before. */
function Missing({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation();
  const { state } = useLive(useConnection());
  const isHere = state === 'live';
  return (
    <Empty icon="alert" title={t('broken.missing')} text={t(isHere ? 'broken.newVersion' : 'broken.offline')}>
      <Group gap="sm" justify="center">
        <Button variant="default" onClick={onRetry}>
          {t('action.retry')}
        </Button>
        {isHere && <Button onClick={() => location.reload()}>{t('broken.reload')}</Button>}
      </Group>
    </Empty>
  );
}
