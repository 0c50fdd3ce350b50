import { useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { logout } from '../session/session.ts';
import { useChooseLanguage } from '../session/use-preferences.ts';
import { isLanguage, languages } from '../words/words.ts';
import type { Command } from './area.ts';

/** What can be done anywhere: how the console looks, what it speaks, and leaving it. */
export function useShellCommands(): Command[] {
  const { t, i18n } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const chooseLanguage = useChooseLanguage();
  const detail = t('command.do');
  const isDark = colorScheme === 'dark';
  return [
    {
      key: 'colours',
      label: t(isDark ? 'account.light' : 'account.dark'),
      detail,
      icon: isDark ? 'sun' : 'moon',
      run: () => setColorScheme(isDark ? 'light' : 'dark'),
    },
    ...Object.entries(languages)
      .filter(([code]) => code !== i18n.language)
      .map(([code, name]) => ({
        key: `language ${code}`,
        label: name,
        detail: t('account.language'),
        icon: 'person' as const,
        run: () => isLanguage(code) && void chooseLanguage(code),
      })),
    { key: 'logout', label: t('account.logout'), detail, icon: 'leave', run: logout },
  ];
}
