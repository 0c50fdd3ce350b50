import { Button, Code, CopyButton, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './ShownOnce.module.css';

interface ShownOnceProps {
  secret: string;
  text: string;
  onDone: () => void;
  /** What it is good for. */
  children?: ReactNode;
}

/** A secret that was just made, which nobody can look up later. */
export function ShownOnce({ secret, text, onDone, children }: ShownOnceProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.shown} role="status">
      <Text size="sm">{text}</Text>
      <Code block data-secret="" className={classes.secret}>
        {secret}
      </Code>
      <Group gap="sm">
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button size="sm" onClick={copy}>
              {t(copied ? 'action.copied' : 'action.copy')}
            </Button>
          )}
        </CopyButton>
        <Button size="sm" variant="default" onClick={onDone}>
          {t('action.hide')}
        </Button>
      </Group>
      {children}
    </div>
  );
}
