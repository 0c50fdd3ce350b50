import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Door } from './Door.tsx';
import { requestPasswordReset } from './doors.ts';
import { useCarried } from './place.ts';

/** Asks for an e-mail with a link; says the same whether or not somebody has the address. */
export function Component() {
  const { t } = useTranslation();
  const email = useCarried();
  const [isSent, setSent] = useState(false);
  if (isSent) {
    return (
      <Door title={t('door.forgot')}>
        <Text role="status">{t('door.sent')}</Text>
      </Door>
    );
  }
  return (
    <Door
      title={t('door.forgot')}
      submit={t('door.send')}
      onSubmit={async (form) => {
        const problem = await requestPasswordReset(String(form.get('email')));
        setSent(!problem);
        return problem;
      }}
    >
      <TextInput
        name="email"
        type="email"
        label={t('login.email')}
        defaultValue={email}
        autoComplete="username"
        required
        withAsterisk={false}
        size="md"
      />
    </Door>
  );
}
