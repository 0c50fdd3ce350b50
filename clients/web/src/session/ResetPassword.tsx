import { PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Door } from './Door.tsx';
import { resetPassword } from './doors.ts';
import { replace, useToken } from './place.ts';

/** Where the link of an e-mail for a new password leads. */
export function Component() {
  const { t } = useTranslation();
  const token = useToken();
  return (
    <Door
      title={t('door.choose')}
      submit={t('door.keep')}
      onSubmit={async (form) => {
        const problem = await resetPassword(token, String(form.get('password')));
        if (!problem) replace('/login');
        return problem;
      }}
    >
      <PasswordInput
        name="password"
        label={t('door.newPassword')}
        description={t('door.length')}
        visibilityToggleButtonProps={{ 'aria-label': t('login.showTyped') }}
        autoComplete="new-password"
        required
        withAsterisk={false}
        size="md"
      />
    </Door>
  );
}
