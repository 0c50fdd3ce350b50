import { Button, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Empty } from '../look/Empty.tsx';
import { hrefOf } from '../session/place.ts';
import classes from './Station.module.css';
import type { StationLocation } from './who.ts';

interface LocationChoiceProps {
  choices: readonly StationLocation[];
  onChoose: (id: string) => void;
}

/** Where one works today; this browser keeps it. */
export function LocationChoice({ choices, onChoose }: LocationChoiceProps) {
  const { t } = useTranslation();
  const here = location.pathname.slice('/app'.length);
  if (choices.length === 0)
    return <Empty icon="menu" title={t('device.noLocation')} text={t('device.noLocationText')} />;
  return (
    <main className={classes.middle} data-page={here}>
      <div className={classes.choices}>
        <Title order={1}>{t('device.where')}</Title>
        {choices.map(({ id, name }) => (
          <Button key={id} size="xl" fz="lg" variant="default" onClick={() => onChoose(id)}>
            {name}
          </Button>
        ))}
        <Button component="a" href={hrefOf('/')} size="md" variant="subtle">
          {t('device.console')}
        </Button>
      </div>
    </main>
  );
}
