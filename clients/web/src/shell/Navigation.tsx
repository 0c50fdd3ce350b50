import { AppShell, Burger, Group, NavLink } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NavLink as RouteLink } from 'react-router';
import { Icon } from '../look/Icon.tsx';
import { useViewer } from '../session/viewer.tsx';
import { Account } from './Account.tsx';
import { areas } from './areas.ts';
import { TenantSwitch } from './TenantSwitch.tsx';

/** The tenant, the areas that this role can use, and the account. */
export function Navigation({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { viewer } = useViewer();
  return (
    <>
      <AppShell.Section mb="sm">
        <Group wrap="nowrap" gap="xs">
          <Burger opened hiddenFrom="sm" onClick={onClose} aria-label={t('action.close')} />
          <TenantSwitch />
        </Group>
      </AppShell.Section>
      <AppShell.Section grow>
        {areas
          .filter(({ scope }) => viewer.scopes.includes(scope))
          .map(({ path, name, icon }) => (
            <RouteLink key={path} to={path} style={{ textDecoration: 'none', color: 'inherit' }}>
              {({ isActive }) => (
                <NavLink
                  component="span"
                  active={isActive}
                  label={t(`area.${name}`)}
                  leftSection={<Icon name={icon} />}
                  styles={{ root: { minHeight: 48, borderRadius: 4 } }}
                />
              )}
            </RouteLink>
          ))}
      </AppShell.Section>
      <AppShell.Section>
        <Account />
      </AppShell.Section>
    </>
  );
}
