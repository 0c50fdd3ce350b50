import { Button, Text } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../look/Icon.tsx';
import type { Held } from '../tickets/held.ts';
import { quantityText } from '../tickets/quantity.ts';
import { allDayOf } from '../tickets/rows.ts';
import type { Ticket } from '../tickets/tickets.ts';
import classes from './Screen.module.css';

interface AllDayProps {
  open: readonly Ticket[];
  all: readonly Ticket[];
  held: Held['counts'];
}

/** How much of each item is to be made over all tickets, and apart what waits for its course. */
export function AllDay({ open, all, held }: AllDayProps) {
  const { t, i18n } = useTranslation();
  const isRoomy = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  const [isOpen, { toggle }] = useDisclosure();
  const counts = allDayOf(open, all);
  if (counts.length === 0 && held.length === 0) return null;
  const row = (key: string, name: string, quantity: number) => (
    <li key={key} className={classes.count}>
      <span className={classes.figure}>{quantityText(i18n.language, quantity)}</span> {name}
    </li>
  );
  return (
    <aside className={classes.allDay} aria-label={t('kitchen.allDay')}>
      {isRoomy ? (
        <Text component="h3" fw={600}>
          {t('kitchen.allDay')}
        </Text>
      ) : (
        <Button
          size="md"
          variant="default"
          fullWidth
          aria-expanded={isOpen}
          rightSection={<Icon name={isOpen ? 'up' : 'down'} />}
          onClick={toggle}
        >
          {t('kitchen.allDay')}
        </Button>
      )}
      {(isRoomy || isOpen) && (
        <>
          <ul className={classes.counts}>{counts.map(({ key, name, quantity }) => row(key, name, quantity))}</ul>
          {held.length > 0 && (
            <>
              <Text component="h3" fw={600} mt="sm">
                <Icon name="clock" size={18} /> {t('kitchen.held')}
              </Text>
              <ul className={classes.counts}>
                {held.map(({ itemId, name, held: quantity }) => row(itemId, name, Number(quantity)))}
              </ul>
            </>
          )}
        </>
      )}
    </aside>
  );
}
