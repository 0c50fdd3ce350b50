import { AppShell, Burger, Group, NavLink } from '@mantine/core';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink as RouteLink } from 'react-router';
import { Icon } from '../look/Icon.tsx';
import { useViewer } from '../session/viewer.tsx';
import { loadWords } from '../words/words.ts';
import { Account } from './Account.tsx';
import type { Area } from './area.ts';
import { isFor } from './area.ts';
import { areas } from './areas.ts';
import classes from './Shell.module.css';
import { TenantSwitch } from './TenantSwitch.tsx';
import { useBrought } from './use-brought.ts';

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
      <AppShell.Section grow className={classes.areas}>
        {areas
          .filter((area) => area.isListed !== false && isFor(viewer, area))
          .map((area) => (
            <RouteLink
              key={area.path}
              to={area.path}
              end={area.path === '/'}
              style={{ textDecoration: 'none', color: 'inherit' }}
            >
              {({ isActive }) => (
                <NavLink
                  component="span"
                  active={isActive}
                  label={t(`area.${area.name}`)}
                  leftSection={<Icon name={area.icon} />}
                  rightSection={area.badge && <Badge area={area} />}
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

/** What an area says beside its name, with its words. */
function Badge({ area }: { area: Area }) {
  const { badge, words } = area;
  const load = useCallback(
    async () => (await Promise.all([badge?.(), loadWords(area.name, words)]))[0],
    [area.name, badge, words],
  );
  const Component = useBrought(load)?.Component;
  return Component && <Component />;
}
