import { Button, PasswordInput, Stack, Title } from '@mantine/core';
import { type Problem, problemOf } from '@mycelium/client-kit/problem';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { showDone } from '../look/notify.tsx';
import { Trouble } from '../look/Trouble.tsx';
import { useCountdown } from '../session/use-countdown.ts';
import { useViewer } from '../session/viewer.tsx';
import { ChangePasswordDocument } from './account.ts';

/** Another password, for who knows the one of now. */
export function ChangePassword() {
  const { t } = useTranslation();
  const { viewer } = useViewer();
  const client = useClient();
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const wait = useCountdown(problem?.code === 'RATE_LIMITED' ? problem : undefined);
  const [at] = problem?.code === 'BAD_USER_INPUT' ? problem.path : [];
  const eye = { 'aria-label': t('login.showTyped') };

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = new FormData(form);
    setBusy(true);
    const { error } = await client
      .mutation(ChangePasswordDocument, { current: String(typed.get('current')), next: String(typed.get('next')) })
      .toPromise();
    setBusy(false);
    setProblem(error && problemOf(error));
    if (error) return;
    form.reset();
    showDone(t('me.passwordChanged'));
  }

  return (
    <section>
      <Title order={2} mb="sm">
        {t('me.changePassword')}
      </Title>
      <form onSubmit={submit}>
        <Stack gap="md" maw={420}>
          {/* For password managers, which ask whose password it is. */}
          <input type="email" autoComplete="username" value={viewer.user?.email ?? ''} readOnly hidden />
          <PasswordInput
            name="current"
            label={t('me.current')}
            visibilityToggleButtonProps={eye}
            autoComplete="current-password"
            required
            withAsterisk={false}
            aria-invalid={at === 'current'}
            error={at === 'current' && t('me.wrong')}
          />
          <PasswordInput
            name="next"
            label={t('door.newPassword')}
            description={t('me.rules')}
            visibilityToggleButtonProps={eye}
            autoComplete="new-password"
            required
            withAsterisk={false}
            aria-invalid={at === 'next'}
            error={at === 'next' && t('door.weak')}
          />
          {problem && !at && <Trouble problem={{ ...problem, retryAfter: wait }} />}
          <div>
            <Button type="submit" loading={isBusy} disabled={wait > 0}>
              {t('me.changePassword')}
            </Button>
          </div>
        </Stack>
      </form>
    </section>
  );
}
