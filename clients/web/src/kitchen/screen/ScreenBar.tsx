import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../look/Icon.tsx';
import type { Ticket } from '../tickets/tickets.ts';
import { Bumped } from './Bumped.tsx';
import { leaveScreen } from './chosen-screen.ts';
import classes from './Screen.module.css';
import type { Screen } from './screens.ts';

interface ScreenBarProps {
  station: Screen;
  /** How many tickets. */
  waiting: number;
  /** The browser allows no sound yet. */
  isSilent: boolean;
  onAllow: () => void;
  bumped: readonly Ticket[];
  unsent: ReadonlySet<string>;
  onRecall: (ticket: Ticket) => void;
}

/** Which station it is, what was bumped last, and the way to another screen. */
export function ScreenBar({ station, waiting, isSilent, onAllow, bumped, unsent, onRecall }: ScreenBarProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.bar}>
      <Text component="h2" fw={600} size="lg" className={classes.title}>
        {station.name}{' '}
        <Text span c="var(--quiet)">
          {t('kitchen.waiting', { count: waiting })}
        </Text>
      </Text>
      {isSilent && (
        <Button size="md" variant="filled" leftSection={<Icon name="bell" />} onClick={onAllow}>
          {t('kitchen.allowSound')}
        </Button>
      )}
      <Bumped tickets={bumped} unsent={unsent} onRecall={onRecall} />
      <Button size="md" variant="default" leftSection={<Icon name="swap" />} onClick={leaveScreen}>
        {t('kitchen.otherScreen')}
      </Button>
    </div>
  );
}
