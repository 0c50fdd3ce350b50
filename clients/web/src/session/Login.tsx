import { Alert, Anchor, Button, Paper, PasswordInput, Stack, TextInput, Title } from '@mantine/core';
import type { Problem } from '@mycelium/client-kit/problem';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../look/Icon.tsx';
import { LanguageChoice } from '../words/LanguageChoice.tsx';
import classes from './Login.module.css';
import { carrying } from './place.ts';
import { login } from './session.ts';
import { useCountdown } from './use-countdown.ts';

/** The first page that anybody sees. */
export function Login() {
  const { t } = useTranslation();
  const [problem, setProblem] = useState<Problem>();
  const [email, setEmail] = useState('');
  const [isBusy, setBusy] = useState(false);
  const wait = useCountdown(problem?.code === 'RATE_LIMITED' ? problem : undefined);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setProblem(await login(email.trim(), String(form.get('password'))));
    setBusy(false);
  }

  return (
    <main className={classes.page}>
      <title>{`${t('login.title')} · Mycelium`}</title>
      <Paper component="form" withBorder className={classes.card} onSubmit={submit}>
        <Stack gap="md">
          <img src="/app/icon.svg" alt="" width={40} height={40} />
          <Title order={1}>{t('login.title')}</Title>
          {problem && (
            <Alert role="alert" color="red" variant="outline" icon={<Icon name="alert" />}>
              {messageOf(problem, wait)}
            </Alert>
          )}
          <TextInput
            name="email"
            type="email"
            label={t('login.email')}
            autoComplete="username"
            required
            withAsterisk={false}
            size="md"
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            autoFocus
          />
          <PasswordInput
            name="password"
            label={t('login.password')}
            visibilityToggleButtonProps={{ 'aria-label': t('login.showTyped') }}
            autoComplete="current-password"
            required
            withAsterisk={false}
            size="md"
          />
          <Button type="submit" size="md" loading={isBusy} disabled={wait > 0}>
            {problem?.code === 'UNAVAILABLE' ? t('action.retry') : t('login.submit')}
          </Button>
          <Anchor href={carrying('/forgot-password', email.trim())}>{t('door.forgot')}</Anchor>
        </Stack>
      </Paper>
      <LanguageChoice />
    </main>
  );

  function messageOf({ code, correlationId }: Problem, seconds: number): string {
    if (code === 'RATE_LIMITED') return t('login.throttled', { count: seconds });
    if (code === 'UNAVAILABLE') return t('login.away');
    if (code === 'INTERNAL') return t('login.broken', { id: correlationId ?? '–' });
    return t('login.wrong');
  }
}
