import { Button, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStation } from '../../station/use-station.ts';
import { chooseScreen, EXPEDITER } from './chosen-screen.ts';
import classes from './Screen.module.css';
import type { Screen } from './screens.ts';

/** Which of the screens of a kitchen this one is. */
export function ScreenChoice({ stations }: { stations: readonly Screen[] }) {
  const { t } = useTranslation();
  const { who, may } = useStation();
  return (
    <div className={classes.choice}>
      <Title order={2}>{t('kitchen.which')}</Title>
      {stations.map(({ id, name }) => (
        <Button key={id} size="xl" variant="default" onClick={() => chooseScreen(id)}>
          {name}
        </Button>
      ))}
      <Button size="xl" variant="default" onClick={() => chooseScreen(EXPEDITER)}>
        {t('kitchen.expediter')}
      </Button>
      {!who.station && may('location:write') && (
        <Button component="a" size="lg" variant="subtle" href="/app/kitchens">
          {t('kitchen.settings')}
        </Button>
      )}
    </div>
  );
}
