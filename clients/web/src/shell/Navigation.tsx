import { AppShell, Burger, Group, NavLink, Text, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NavLink as RouteLink } from 'react-router';
import { Icon } from '../look/Icon.tsx';
import { useViewer } from '../session/viewer.tsx';
import { useConflictCount } from '../sync/use-conflict-count.ts';
import { Account } from './Account.tsx';
import { areas } from './areas.ts';
import { TenantSwitch } from './TenantSwitch.tsx';

/** The tenant, the areas that this role can use, and the account. */
export function Navigation({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { viewer } = useViewer();
  const conflicts = useConflictCount();
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
                  rightSection={name === 'sync' && conflicts > 0 && <Waits count={conflicts} />}
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

/** How much waits for a person, said in full to who cannot see where it stands. */
function Waits({ count }: { count: number }) {
  const { t } = useTranslation();
  return (
    <>
      <Text span size="sm" fw={500} c="var(--attention)" aria-hidden>
        {count}
      </Text>
      <VisuallyHidden>{t('sync.conflicts', { count })}</VisuallyHidden>
    </>
  );
}
