import { Button, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Place, usePlaces } from '../locations/use-places.ts';
import { Empty } from '../look/Empty.tsx';
import { PageHead } from '../look/PageHead.tsx';
import { Trouble } from '../look/Trouble.tsx';
import { Waiting } from '../look/Waiting.tsx';

/** A page about the money of one location, with the way back to its drawers. */
export function PlacePage({ title, children }: { title: string; children: (place: Place) => ReactNode }) {
  const { t } = useTranslation();
  const { places, place, choose, problem, askAgain } = usePlaces();
  return (
    <>
      <PageHead title={title}>
        <Button component={Link} to={{ pathname: '/cash', search: place && `?at=${place.id}` }} variant="default">
          {t('cash.toDrawers')}
        </Button>
      </PageHead>
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
      {problem && <Trouble problem={problem} onRetry={askAgain} />}
      {!places && !problem && <Waiting shape={['form']} />}
      {places?.length === 0 && (
        <Empty icon="drawer" title={t('cash.noLocationTitle')} text={t('cash.noLocationText')} />
      )}
      {place && children(place)}
    </>
  );
}
