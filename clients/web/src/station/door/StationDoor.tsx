import { Button, Divider, Paper, Stack, Text, Title } from '@mantine/core';
import { anonymous } from '@mycelium/client-kit/credential';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hrefOf, loginFor } from '../../session/place.ts';
import { LanguageChoice } from '../../words/LanguageChoice.tsx';
import { deviceToken } from '../device.ts';
import { createStationGraph } from '../graph.ts';
import type { StationPage } from '../page.ts';
import { LeftBehind } from '../queue/LeftBehind.tsx';
import classes from './Door.module.css';
import { MissingHere } from './MissingHere.tsx';
import { pairStation } from './pair.ts';

/** For who is neither a paired station nor logged in: a code to pair the device with, and the way to the log-in. */
export function StationDoor({ kind, path }: Pick<StationPage, 'kind' | 'path'>) {
  const { t } = useTranslation();
  const [code, setCode] = useState<string>();
  useEffect(() => {
    const { client, close } = createStationGraph(anonymous, anonymous);
    const stop = pairStation({ client, kind, onCode: setCode, onToken: deviceToken.keep });
    return () => {
      stop();
      close();
    };
  }, [kind]);
  const here = location.pathname.slice('/app'.length) || path;

  return (
    <main className={classes.page} data-page={here}>
      <title>{`${t(`device.pairTitle.${kind}`)} · Mycelium`}</title>
      <Paper withBorder className={classes.card}>
        <Stack gap="md">
          <Title order={1}>{t(`device.pairTitle.${kind}`)}</Title>
          <LeftBehind />
          <p className={classes.code} data-pairing-code aria-live="polite">
            {code ?? <Text span>{t('device.codeComing')}</Text>}
          </p>
          <ol className={classes.steps}>
            <li>{t('device.pairOpen', { address: `${location.host}/app` })}</li>
            <li>{t('device.pairChoose')}</li>
            <li>{t('device.pairType')}</li>
          </ol>
          <MissingHere />
          <Divider label={t('device.or')} />
          <Button component="a" href={hrefOf(loginFor(here))} variant="default" size="lg">
            {t('device.logIn')}
          </Button>
        </Stack>
      </Paper>
      <LanguageChoice />
    </main>
  );
}
