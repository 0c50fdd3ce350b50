import { Button, Container, Stack, Title } from '@mantine/core';
import { type Problem, problemOf } from '@mycelium/client-kit/problem';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Trouble } from '../look/Trouble.tsx';
import { logout, switchTenant } from '../session/session.ts';
import type { Viewer } from '../session/viewer.tsx';
import { useTenants } from './use-tenants.ts';

/** For who is logged in but works for no tenant yet, as the platform's own people after their login. */
export function TenantChoice({ viewer }: { viewer: Viewer }) {
  const { t } = useTranslation();
  const { tenants, error, ask } = useTenants(viewer, true);
  const [problem, setProblem] = useState<Problem>();
  const trouble = problem ?? (error && problemOf(error));
  return (
    <Container component="main" size="xs" py="xl">
      <title>{`${t('shell.chooseTenant')} · Mycelium`}</title>
      <Stack>
        <Title order={1}>{t('shell.chooseTenant')}</Title>
        {trouble && <Trouble problem={trouble} onRetry={ask} />}
        {tenants.map(({ id, name }) => (
          <Button key={id} variant="default" size="lg" onClick={async () => setProblem(await switchTenant(id))}>
            {name}
          </Button>
        ))}
        <Button variant="subtle" onClick={logout}>
          {t('account.logout')}
        </Button>
      </Stack>
    </Container>
  );
}
