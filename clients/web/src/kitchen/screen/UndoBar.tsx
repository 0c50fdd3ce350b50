import { Button, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../tickets/tickets.ts';
import classes from './Screen.module.css';
import { useWhose } from './use-whose.ts';

/** For so long a recall is as if nothing had been bumped. */
const UNDO_MS = 10_000;

interface UndoBarProps {
  ticket: Ticket;
  onUndo: () => void;
  onOver: () => void;
}

/** What was bumped just now, and the way back. */
export function UndoBar({ ticket, onUndo, onOver }: UndoBarProps) {
  const { t } = useTranslation();
  const whose = useWhose();
  const over = useRef(onOver);
  over.current = onOver;
  useEffect(() => {
    const timer = setTimeout(() => over.current(), UNDO_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={classes.undo} role="status">
      <Text fw={600}>{t(ticket.toMake ? 'kitchen.isBumped' : 'kitchen.isNoted', { order: whose(ticket.order) })}</Text>
      <Button size="lg" variant="white" color="dark" onClick={onUndo} aria-keyshortcuts="0">
        {t('action.undo')} (0)
      </Button>
    </div>
  );
}
