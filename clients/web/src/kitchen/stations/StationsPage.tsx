import { Button, Group, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useLocation, useParams } from 'react-router';
import type { Place } from '../../locations/use-places.ts';
import { Empty } from '../../look/Empty.tsx';
import { Icon } from '../../look/Icon.tsx';
import list from '../../look/List.module.css';
import { PageHead } from '../../look/PageHead.tsx';
import { Trouble } from '../../look/Trouble.tsx';
import { Waiting } from '../../look/Waiting.tsx';
import { useMay } from '../../session/viewer.tsx';
import { StationRow } from './StationRow.tsx';
import type { KitchenStation } from './stations.ts';
import { useKitchen } from './use-kitchen.ts';

/** What the pages beside the list are given. */
export interface StationsOutlet {
  kitchen: Place;
  stations: readonly KitchenStation[];
}

/** The stations of a kitchen in their order, and one of them beside the list. */
export function Component() {
  const { t } = useTranslation();
  const { search } = useLocation();
  const { stationId } = useParams();
  const mayWrite = useMay('location:write');
  const { kitchens, kitchen, stations, problem, askAgain, choose } = useKitchen();
  return (
    <>
      <PageHead title={t('area.kitchen')}>
        {mayWrite && kitchen && (
          <Button
            component={Link}
            to={{ pathname: '/kitchens/new', search }}
            leftSection={<Icon name="plus" size={18} />}
          >
            {t('kitchen.newStation')}
          </Button>
        )}
      </PageHead>
      <div className={list.beside}>
        <div className={list.lists}>
          {kitchens && kitchens.length > 1 && (
            <NativeSelect
              mb="md"
              maw={360}
              label={t('kitchen.location')}
              value={kitchen?.id}
              onChange={({ currentTarget }) => choose(currentTarget.value)}
              data={kitchens.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          {problem && <Trouble problem={problem} onRetry={askAgain} />}
          {kitchens?.length === 0 && (
            <Empty icon="pan" title={t('kitchen.noLocationTitle')} text={t('kitchen.noLocationText')} />
          )}
          {!stations && !problem && kitchens?.length !== 0 && <Waiting shape={['list']} />}
          {stations?.length === 0 && (
            <Empty icon="pan" title={t('kitchen.noStationTitle')} text={t('kitchen.noStationText')} />
          )}
          {stations && stations.length > 0 && (
            <>
              <ul className={list.list} aria-label={t('area.kitchen')}>
                {stations.map((station, place) => (
                  <StationRow
                    key={station.id}
                    station={station}
                    isFirst={place === 0}
                    isOpen={station.id === stationId}
                  />
                ))}
              </ul>
              <Group mt="md">
                <Button component="a" href="/app/kitchen/expediter" variant="default">
                  {t('kitchen.openExpediter')}
                </Button>
              </Group>
            </>
          )}
        </div>
        {kitchen && stations && <Outlet context={{ kitchen, stations } satisfies StationsOutlet} />}
      </div>
    </>
  );
}
