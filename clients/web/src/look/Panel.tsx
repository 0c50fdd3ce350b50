import { CloseButton, Drawer, Group, Paper, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Panel.module.css';

/** A detail beside its list; over it where there is no room. */
export function Panel({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const { t } = useTranslation();
  const isRoomy = useMediaQuery('(min-width: 75em)', true, { getInitialValueInEffect: false });
  if (!isRoomy) {
    return (
      <Drawer
        opened
        onClose={onClose}
        title={title}
        position="right"
        size="md"
        attributes={{ header: { role: 'presentation' } }}
        closeButtonProps={{ 'aria-label': t('action.close'), size: 'xl' }}
      >
        {children}
      </Drawer>
    );
  }
  return (
    <Paper
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
