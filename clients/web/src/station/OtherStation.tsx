import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StationKind } from '../generated/graphql.ts';
import { Empty } from '../look/Empty.tsx';
import type { StationPage } from './page.ts';
import classes from './Station.module.css';

const pages: Readonly<Record<StationKind, string | undefined>> = {
  TILL: '/till',
  KITCHEN: '/kitchen',
  CLOCK: undefined,
};

interface OtherStationProps {
  page: StationPage;
  /** As what this device was paired. */
  kind: StationKind;
  name: string;
}

/** A device that was paired as another kind of station is told so, and led to its own page. */
export function OtherStation({ page, kind, name }: OtherStationProps) {
  const { t } = useTranslation();
  const own = pages[kind];
  return (
    <main className={classes.middle} data-page={page.path}>
      <Empty
        icon="off"
        title={t('device.other', { name, kind: t(`device.kind.${kind}`) })}
        text={t('device.otherText')}
      >
        {own && (
          <Button component="a" href={`/app${own}`} size="xl">
            {t(`device.open.${kind}`)}
          </Button>
        )}
      </Empty>
    </main>
  );
}
