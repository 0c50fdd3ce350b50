import { CloseButton, Drawer, Group, Paper, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PanelEnd } from './ActionBar.tsx';
import classes from './Panel.module.css';
import { useRoomBelow } from './use-room-below.ts';

/** A detail beside its list; over it where there is no room. What its forms end with is at its end, in sight. */
export function Panel({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const { t } = useTranslation();
  const isRoomy = useMediaQuery('(min-width: 75em)', true, { getInitialValueInEffect: false });
  const [end, setEnd] = useState<HTMLElement | null>(null);
  const content = (
    <PanelEnd value={end}>
      {children}
      <div ref={setEnd} className={classes.end} />
    </PanelEnd>
  );
  if (!isRoomy) {
    return (
      <Drawer
        opened
        onClose={onClose}
        title={title}
        position="right"
        size="md"
        classNames={{ content: classes.over }}
        attributes={{ header: { role: 'presentation' } }}
        closeButtonProps={{ 'aria-label': t('action.close'), size: 'xl' }}
      >
        {content}
      </Drawer>
    );
  }
  return (
    <Beside title={title} onClose={onClose}>
      {content}
    </Beside>
  );
}

function Beside({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const { t } = useTranslation();
  const panel = useRoomBelow();
  return (
    <Paper
      ref={panel}
      component="aside"
      aria-label={title}
      withBorder
      className={classes.panel}
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && onClose()}
    >
      <Group justify="space-between" wrap="nowrap" mb="md">
        <Title order={2}>{title}</Title>
        <CloseButton size="lg" aria-label={t('action.close')} onClick={onClose} />
      </Group>
      {children}
    </Paper>
  );
}
