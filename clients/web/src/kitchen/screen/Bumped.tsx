import { Button, Drawer, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../look/Icon.tsx';
import { quantityText } from '../tickets/quantity.ts';
import { rowsOf } from '../tickets/rows.ts';
import type { Ticket } from '../tickets/tickets.ts';
import classes from './Screen.module.css';
import { useWhose } from './use-whose.ts';

interface BumpedProps {
  tickets: readonly Ticket[];
  /** Of which the server does not know yet. */
  unsent: ReadonlySet<string>;
  onRecall: (ticket: Ticket) => void;
}

/** What was bumped last, to recall it. */
export function Bumped({ tickets, unsent, onRecall }: BumpedProps) {
  const { t, i18n } = useTranslation();
  const whose = useWhose();
  const [isOpen, { open, close }] = useDisclosure();
  return (
    <>
      <Button size="md" variant="default" leftSection={<Icon name="check" />} onClick={open}>
        {t('kitchen.bumped')}
      </Button>
      <Drawer
        opened={isOpen}
        onClose={close}
        position="right"
        size="md"
        title={t('kitchen.bumped')}
        attributes={{ header: { role: 'presentation' } }}
        closeButtonProps={{ 'aria-label': t('action.close'), size: 'xl' }}
      >
        {tickets.length === 0 && <Text>{t('kitchen.nothingBumped')}</Text>}
        <ul className={classes.bumped}>
          {tickets.map((ticket) => (
            <li key={ticket.id} className={classes.bumpedRow}>
              <div>
                <Text fw={600}>{whose(ticket.order)}</Text>
                <Text size="sm">
                  {rowsOf(ticket, [])
                    .map(({ quantity, line }) => `${quantityText(i18n.language, quantity)} ${line.name}`)
                    .join(', ')}
                </Text>
                {unsent.has(ticket.id) && (
                  <Text size="sm" c="var(--attention)">
                    {t('kitchen.unsent')}
                  </Text>
                )}
              </div>
              <Button
                size="md"
                variant="default"
                aria-label={t('kitchen.recallOf', { order: whose(ticket.order) })}
                onClick={() => onRecall(ticket)}
              >
                {t('kitchen.recall')}
              </Button>
            </li>
          ))}
        </ul>
      </Drawer>
    </>
  );
}
