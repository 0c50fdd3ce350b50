import { Button, Code, CopyButton, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './ShownOnce.module.css';

/** A secret that was just made, which nobody can look up later. */
export function ShownOnce({ secret, text, onDone }: { secret: string; text: string; onDone: () => void }) {
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
    </div>
  );
}
