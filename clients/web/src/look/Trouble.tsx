import { Alert, Button, Code, Group, Text } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import type { Problem } from '@mycelium/client-kit/problem';
import { useTranslation } from 'react-i18next';
import { Icon } from './Icon.tsx';
import { troubleText, troubleTitle } from './trouble-text.ts';

/** What happened, in the panel where it happened: what to do, a retry where that could help, and the number support asks for. */
export function Trouble({ problem, onRetry }: { problem: Problem; onRetry?: () => void }) {
  const { t } = useTranslation();
  const clipboard = useClipboard();
  const { correlationId } = problem;
  const text = troubleText(problem);
  return (
    <Alert role="alert" color="red" variant="outline" title={troubleTitle(problem)} icon={<Icon name="alert" />}>
      {text && <Text size="sm">{text}</Text>}
      <Group mt="sm" gap="sm">
        {onRetry && problem.code !== 'FORBIDDEN' && (
          <Button size="sm" variant="default" onClick={onRetry}>
            {t('action.retry')}
          </Button>
        )}
        {correlationId && (
          <Button size="sm" variant="subtle" onClick={() => clipboard.copy(correlationId)}>
            {clipboard.copied ? t('action.copied') : t('trouble.copyId')} <Code ml="sm">{correlationId}</Code>
          </Button>
        )}
      </Group>
    </Alert>
  );
}
