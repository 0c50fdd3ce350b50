import { Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../graph/use-write.ts';
import { FormFrame } from '../look/FormFrame.tsx';
import { showDone } from '../look/notify.tsx';
import { SecretField } from '../look/SecretField.tsx';
import { useCountdown } from '../session/use-countdown.ts';
import { useViewer } from '../session/viewer.tsx';
import classes from './AccountPage.module.css';
import { ChangePasswordDocument } from './account.ts';

const nothing = { current: '', next: '' };

/** Another password, for who knows the one of now. What is typed here is kept nowhere. */
export function ChangePassword() {
  const { t } = useTranslation();
  const { viewer } = useViewer();
  const [typed, setTyped] = useState(nothing);
  const change = useWrite(ChangePasswordDocument);
  const { problem, mistakeAt } = change;
  const wait = useCountdown(problem?.code === 'RATE_LIMITED' ? problem : undefined);

  async function save() {
    const changed = await change.write(typed);
    if (!changed) return undefined;
    setTyped(nothing);
    showDone(t('me.passwordChanged'));
    return changed;
  }

  return (
    <section className={classes.narrow}>
      <Title order={2} mb="sm">
        {t('me.changePassword')}
      </Title>
      <FormFrame
        write={{ ...change, problem: problem && { ...problem, retryAfter: wait } }}
        action={t('me.changePassword')}
        isReady={wait === 0 && typed.current !== '' && typed.next !== ''}
        onSave={save}
      >
        {/* For password managers, which ask whose password it is. */}
        <input type="email" autoComplete="username" value={viewer.user?.email ?? ''} readOnly hidden />
        <SecretField
          label={t('me.current')}
          autoComplete="current-password"
          value={typed.current}
          error={mistakeAt('current') && t('me.wrong')}
          onChange={({ currentTarget }) => setTyped({ ...typed, current: currentTarget.value })}
        />
        <SecretField
          label={t('door.newPassword')}
          description={t('me.rules')}
          autoComplete="new-password"
          value={typed.next}
          error={mistakeAt('next') && t('door.weak')}
          onChange={({ currentTarget }) => setTyped({ ...typed, next: currentTarget.value })}
        />
      </FormFrame>
    </section>
  );
}
