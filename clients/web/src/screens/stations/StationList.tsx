import { Button, Group, Title } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LivePages } from '../../graph/LivePages.tsx';
import { useLivePages } from '../../graph/use-live-pages.ts';
import { Empty } from '../../look/Empty.tsx';
import { Icon } from '../../look/Icon.tsx';
import { useMay } from '../../session/viewer.tsx';
import { StationRow } from './StationRow.tsx';
import { StationsDocument } from './stations.ts';

/** That a station has fallen silent, nobody says: it is asked for. */
const ASK_MS = 20_000;

export function StationList() {
  const { t } = useTranslation();
  const mayPair = useMay('station:write');
  const stations = useLivePages({
    ask: (after) => ({ query: StationsDocument, variables: { after } }),
    read: ({ viewer }) => viewer?.tenant?.stations,
  });
  const { askAgain } = stations;

  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && askAgain(), ASK_MS);
    return () => clearInterval(timer);
  }, [askAgain]);

  return (
    <>
      <Group justify="space-between" mt="xl" mb="sm">
        <Title order={2}>{t('station.title')}</Title>
        {mayPair && (
          <Button
            component={Link}
            to="/screens/stations/pair"
            variant="default"
            leftSection={<Icon name="plus" size={18} />}
          >
            {t('station.pair')}
          </Button>
        )}
      </Group>
      <LivePages
        pages={stations}
        label={t('station.title')}
        empty={<Empty icon="screen" title={t('station.emptyTitle')} text={t('station.emptyText')} />}
        row={(station) => <StationRow station={station} />}
      />
    </>
  );
}
