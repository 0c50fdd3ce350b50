import { Alert, Anchor, Button, Paper, Stack, Title } from '@mantine/core';
import type { Problem } from '@mycelium/client-kit/problem';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../look/Icon.tsx';
import { LanguageChoice } from '../words/LanguageChoice.tsx';
import classes from './Login.module.css';
import { hrefOf } from './place.ts';
import { useCountdown } from './use-countdown.ts';

interface DoorProps {
  title: string;
  children: ReactNode;
  /** What the button says; without it there is nothing to send. */
  submit?: string;
  onSubmit?: (form: FormData) => Promise<Problem | undefined>;
}

/** A page for who is not logged in: a card with a form, and a way back to the log-in. */
export function Door({ title, children, submit, onSubmit }: DoorProps) {
  const { t } = useTranslation();
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const wait = useCountdown(problem?.code === 'RATE_LIMITED' ? problem : undefined);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setBusy(true);
    setProblem(await onSubmit?.(new FormData(event.currentTarget)));
    setBusy(false);
  }

  return (
    <main className={classes.page}>
      <title>{`${title} · Mycelium`}</title>
      <Paper component="form" withBorder className={classes.card} onSubmit={send}>
        <Stack gap="md">
          <img src="/app/icon.svg" alt="" width={40} height={40} />
          <Title order={1}>{title}</Title>
          {problem && (
            <Alert role="alert" color="red" variant="outline" icon={<Icon name="alert" />}>
              {messageOf(problem)}
            </Alert>
          )}
          {children}
          {submit && (
            <Button type="submit" size="md" loading={isBusy} disabled={wait > 0}>
              {submit}
            </Button>
          )}
          <Anchor href={hrefOf('/login')}>{t('door.back')}</Anchor>
        </Stack>
      </Paper>
      <LanguageChoice />
    </main>
  );

  function messageOf({ code, path, correlationId }: Problem): string {
    if (code === 'RATE_LIMITED') return t('login.throttled', { count: wait });
    if (code === 'UNAVAILABLE') return t('login.away');
    if (code === 'INTERNAL') return t('login.broken', { id: correlationId ?? '–' });
    if (code === 'UNAUTHENTICATED') return t('login.wrong');
    if (path.includes('password')) return t('door.weak');
    return path.includes('token') ? t('door.over') : t('door.incomplete');
  }
}
