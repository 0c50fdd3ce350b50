import { Menu, Stack, Text, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../look/Icon.tsx';
import { logout } from '../session/session.ts';
import { useChooseLanguage } from '../session/use-preferences.ts';
import { useViewer } from '../session/viewer.tsx';
import { isLanguage, languageOf, languages } from '../words/words.ts';
import classes from './TenantSwitch.module.css';

/** Who is logged in, in which role, and how this person likes the console. */
export function Account() {
  const { t, i18n } = useTranslation();
  const { viewer } = useViewer();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const chooseLanguage = useChooseLanguage();
  const isDark = colorScheme === 'dark';
  return (
    <Menu withInitialFocusPlaceholder={false} withinPortal={false} width="target" position="top-start">
      <Menu.Target>
        <UnstyledButton className={classes.tenant}>
          <Stack gap={0} miw={0}>
            <Text size="sm" fw={500} truncate>
              {viewer.user?.name}
            </Text>
            {viewer.role && (
              <Text size="xs" c="var(--quiet)">
                {t(`role.${viewer.role}`)}
              </Text>
            )}
          </Stack>
          <Icon name="person" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{viewer.user?.email}</Menu.Label>
        <Menu.Item component={Link} to="/account" leftSection={<Icon name="person" size={16} />}>
          {t('account.title')}
        </Menu.Item>
        <Menu.Item
          leftSection={<Icon name={isDark ? 'sun' : 'moon'} size={16} />}
          onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
        >
          {t(isDark ? 'account.light' : 'account.dark')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('account.language')}</Menu.Label>
        {Object.entries(languages).map(([code, name]) => (
          <Menu.Item
            key={code}
            lang={code}
            leftSection={languageOf(i18n.language) === code ? <Icon name="check" size={16} /> : undefined}
            onClick={() => isLanguage(code) && void chooseLanguage(code)}
          >
            {name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="leave" size={16} />} onClick={logout}>
          {t('account.logout')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
