import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** A field for what nobody else should read. It says itself when it is refused, which the library's does not. */
export function SecretField(props: PasswordInputProps) {
  const { t } = useTranslation();
  return (
    <PasswordInput
      visibilityToggleButtonProps={{ 'aria-label': t('login.showTyped') }}
      aria-invalid={Boolean(props.error)}
      {...props}
    />
  );
}
