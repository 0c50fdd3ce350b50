import { Button, Group as Row, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, Outlet } from 'react-router';
import { useLiveQuery } from '../graph/use-live-query.ts';
import { Empty } from '../look/Empty.tsx';
import { Icon } from '../look/Icon.tsx';
import list from '../look/List.module.css';
import { PageHead } from '../look/PageHead.tsx';
import { Trouble } from '../look/Trouble.tsx';
import { Waiting } from '../look/Waiting.tsx';
import { useMay } from '../session/viewer.tsx';
import { LocationRow } from './LocationRow.tsx';
import { LocationsDocument, type Restaurant } from './locations.ts';

/** What the pages beside the list are given. */
export interface LocationsOutlet {
  restaurants: Restaurant[];
}

/** The brands, each with its locations, and one of them beside the list. */
export function Component() {
  const { t } = useTranslation();
  const mayWrite = useMay('location:write');
  const { data, problem, askAgain } = useLiveQuery({ query: LocationsDocument });
  const restaurants = data?.viewer?.tenant?.restaurants;
  return (
    <>
      <PageHead title={t('area.locations')}>
        <Row gap="sm">
          <Button component={Link} to="/locations/taxes" variant="default">
            {t('tax.title')}
          </Button>
          {mayWrite && (
            <Button component={Link} to="/locations/restaurants/new" variant="default">
              {t('brand.new')}
            </Button>
          )}
          {mayWrite && restaurants && restaurants.length > 0 && (
            <Button component={Link} to="/locations/new" leftSection={<Icon name="plus" size={18} />}>
              {t('location.new')}
            </Button>
          )}
        </Row>
      </PageHead>
      <div className={list.beside}>
        <div className={list.lists}>
          {problem && <Trouble problem={problem} onRetry={askAgain} />}
          {!restaurants && !problem && <Waiting shape={['list']} />}
          {restaurants?.length === 0 && (
            <Empty icon="place" title={t('location.emptyTitle')} text={t('location.emptyText')} />
          )}
          {restaurants?.map((restaurant) => (
            <Brand key={restaurant.id} restaurant={restaurant} />
          ))}
        </div>
        {restaurants && <Outlet context={{ restaurants } satisfies LocationsOutlet} />}
      </div>
    </>
  );
}

function Brand({ restaurant: { id, name, closedAt, locations } }: { restaurant: Restaurant }) {
  const { t } = useTranslation();
  return (
    <section aria-label={name}>
      <Row justify="space-between" mt="lg" mb="sm">
        <Title order={2}>
          {name}
          {closedAt && ` · ${t('location.state.closed')}`}
        </Title>
        <Button component={Link} to={`/locations/restaurants/${id}`} variant="subtle">
          {t('brand.open', { name })}
        </Button>
      </Row>
      {locations.length === 0 ? (
        <Empty icon="place" title={t('location.noneTitle', { name })} text={t('location.noneText')} />
      ) : (
        <ul className={list.list} aria-label={t('location.of', { name })}>
          {locations.map((location) => (
            <LocationRow key={location.id} location={location} />
          ))}
        </ul>
      )}
    </section>
  );
}
