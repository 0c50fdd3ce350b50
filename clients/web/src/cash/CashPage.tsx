import { Button, Group, NativeSelect, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useLocation, useParams } from 'react-router';
import { type Place, usePlaces } from '../locations/use-places.ts';
import { Empty } from '../look/Empty.tsx';
import { Icon } from '../look/Icon.tsx';
import list from '../look/List.module.css';
import { PageHead } from '../look/PageHead.tsx';
import { Trouble } from '../look/Trouble.tsx';
import { Waiting } from '../look/Waiting.tsx';
import { useMay } from '../session/viewer.tsx';
import { DrawerRow } from './DrawerRow.tsx';
import { PastSessions } from './PastSessions.tsx';
import { useDrawers } from './use-cash.ts';

/** What the pages beside the lists are given. */
export interface CashOutlet {
  place: Place;
}

/** The drawers of a location, what they came to before, and one of them beside the lists. */
export function Component() {
  const { t } = useTranslation();
  const { search } = useLocation();
  const { drawerId } = useParams();
  const mayAdd = useMay('location:write');
  const mayClose = useMay('cash:close');
  const { places, place, choose, ...asked } = usePlaces();
  const { drawers, ...drawersAsked } = useDrawers(place);
  const problem = asked.problem ?? drawersAsked.problem;
  const inUse = drawers?.filter(({ archivedAt }) => !archivedAt) ?? [];
  const archived = drawers?.filter(({ archivedAt }) => archivedAt) ?? [];
  return (
    <>
      <PageHead title={t('area.cash')}>
        <Group gap="sm">
          {mayClose &&
            (['tips', 'day'] as const).map((page) => (
              <Button
                key={page}
                component={Link}
                to={{ pathname: `/cash/${page}`, search: place && `?at=${place.id}` }}
                variant="default"
              >
                {t(page === 'tips' ? 'cash.tips' : 'cash.losses')}
              </Button>
            ))}
          {mayAdd && place && (
            <Button
              component={Link}
              to={{ pathname: '/cash/drawers/new', search }}
              leftSection={<Icon name="plus" size={18} />}
            >
              {t('cash.newDrawer')}
            </Button>
          )}
        </Group>
      </PageHead>
      <div className={list.beside}>
        <div className={list.lists}>
          {places && places.length > 1 && (
            <NativeSelect
              mb="md"
              maw={360}
              label={t('cash.location')}
              value={place?.id}
              onChange={({ currentTarget }) => choose(currentTarget.value)}
              data={places.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          {problem && <Trouble problem={problem} onRetry={asked.problem ? asked.askAgain : drawersAsked.askAgain} />}
          {places?.length === 0 && (
            <Empty icon="drawer" title={t('cash.noLocationTitle')} text={t('cash.noLocationText')} />
          )}
          {!drawers && !problem && places?.length !== 0 && <Waiting />}
          {drawers && inUse.length === 0 && (
            <Empty icon="drawer" title={t('cash.noDrawerTitle')} text={t('cash.noDrawerText')} />
          )}
          {inUse.length > 0 && (
            <ul className={list.list} aria-label={t('cash.drawers')}>
              {inUse.map((drawer) => (
                <DrawerRow key={drawer.id} drawer={drawer} isOpen={drawer.id === drawerId} />
              ))}
            </ul>
          )}
          {archived.length > 0 && (
            <details>
              <summary>{t('cash.archivedDrawers', { count: archived.length })}</summary>
              <ul className={list.list} aria-label={t('cash.archived')}>
                {archived.map((drawer) => (
                  <DrawerRow key={drawer.id} drawer={drawer} isOpen={drawer.id === drawerId} />
                ))}
              </ul>
            </details>
          )}
          {place && drawers && (
            <>
              <Title order={2} mt="xl" mb="sm">
                {t('cash.past')}
              </Title>
              <PastSessions place={place} drawers={drawers} />
            </>
          )}
        </div>
        {place && <Outlet context={{ place } satisfies CashOutlet} />}
      </div>
    </>
  );
}
