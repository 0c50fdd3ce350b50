import { Menu, Text, UnstyledButton } from '@mantine/core';
import type { Problem } from '@mycelium/client-kit/problem';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../look/Icon.tsx';
import { Trouble } from '../look/Trouble.tsx';
import { switchTenant } from '../session/session.ts';
import { useViewer } from '../session/viewer.tsx';
import classes from './TenantSwitch.module.css';
import { useTenants } from './use-tenants.ts';

/** The tenant that is worked for; a choice for people of several tenants and for the platform's own. */
export function TenantSwitch() {
  const { t } = useTranslation();
  const { viewer, tenant } = useViewer();
  const [isOpen, setOpen] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const { tenants } = useTenants(viewer, isOpen);
  const name = <span className={classes.name}>{tenant.name}</span>;
  if (!viewer.scopes.includes('platform:admin') && tenants.length < 2)
    return <div className={classes.tenant}>{name}</div>;

  return (
    <div className={classes.grow}>
      <Menu
        withInitialFocusPlaceholder={false}
        withinPortal={false}
        opened={isOpen}
        onChange={setOpen}
        width="target"
        position="bottom-start"
      >
        <Menu.Target>
          <UnstyledButton className={classes.tenant}>
            {name}
            <Icon name="swap" size={18} />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('shell.switchTenant')}</Menu.Label>
          {tenants.map(({ id, name }) => (
            <Menu.Item
              key={id}
              disabled={id === tenant.id}
              leftSection={id === tenant.id ? <Icon name="check" size={16} /> : undefined}
              onClick={async () => setProblem(await switchTenant(id))}
            >
              <Text truncate>{name}</Text>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {problem && <Trouble problem={problem} />}
    </div>
  );
}
