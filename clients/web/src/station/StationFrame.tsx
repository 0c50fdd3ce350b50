import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../look/Icon.tsx';
import { hrefOf } from '../session/place.ts';
import { LiveDot } from '../shell/LiveDot.tsx';
import { Announced } from './Announced.tsx';
import type { StationPage } from './page.ts';
import { SignIn } from './person/SignIn.tsx';
import type { Signing } from './person/signing.ts';
import { QueueBadge } from './queue/QueueBadge.tsx';
import classes from './StationFrame.module.css';
import { useStation } from './use-station.ts';

interface StationFrameProps {
  page: StationPage;
  /** Of a paired station: nobody signs in at a person's own session. */
  signing: Signing | undefined;
  /** To another location, where there are several. */
  onMove: (() => void) | undefined;
}

/** What surrounds the page of a station: where it is, who works at it, whether it is live, and what has not been sent. */
export function StationFrame({ page, signing, onMove }: StationFrameProps) {
  const { t } = useTranslation();
  const { who, location } = useStation();
  const { Component, kind, say } = page;
  const here = window.location.pathname.slice('/app'.length);
  return (
    <div className={classes.frame} data-page={here}>
      <title>{`${t(`device.kind.${kind}`)} · ${location.name} · Mycelium`}</title>
      <header className={classes.bar}>
        {!who.station && (
          <Button component="a" href={hrefOf('/')} variant="default" leftSection={<Icon name="leave" />}>
            {t('device.console')}
          </Button>
        )}
        <Text component="h1" fw={600} className={classes.place}>
          {location.name}{' '}
          <Text span c="var(--quiet)" size="sm">
            {who.station?.name ?? who.user?.name}
          </Text>
        </Text>
        {onMove && (
          <Button variant="default" onClick={onMove}>
            {t('device.move')}
          </Button>
        )}
        <LiveDot />
        {signing && <SignIn signing={signing} />}
        <QueueBadge kind={kind} say={say} />
      </header>
      <div className={classes.lines}>
        <Announced />
      </div>
      <main className={classes.page}>
        <Component />
      </main>
    </div>
  );
}
