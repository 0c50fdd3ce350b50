import { AppShell, Burger, Container, Group } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { GraphProvider } from '../graph/GraphProvider.tsx';
import { useLiveQuery } from '../graph/use-live-query.ts';
import { Trouble } from '../look/Trouble.tsx';
import { Bell } from '../notices/Bell.tsx';
import { useIdentity } from '../session/use-identity.ts';
import { useOwnLanguage } from '../session/use-preferences.ts';
import { type Viewer, ViewerDocument, ViewerProvider } from '../session/viewer.tsx';
import { Announcements } from './Announcements.tsx';
import { areas } from './areas.ts';
import { useAsker } from './ask-first.ts';
import { CommandField } from './CommandField.tsx';
import { ConsoleWaiting } from './ConsoleWaiting.tsx';
import { rules } from './cache.ts';
import { LiveDot } from './LiveDot.tsx';
import { LiveUpdates } from './LiveUpdates.tsx';
import { Navigation } from './Navigation.tsx';
import { PagePlace } from './PagePlace.tsx';
import classes from './Shell.module.css';
import { TenantChoice } from './TenantChoice.tsx';
import { addTitles } from './titles.ts';
import { AreasContext } from './use-areas.ts';
import { usePrefetch } from './use-prefetch.ts';

addTitles();

/** What surrounds every page for who is logged in. */
export function Shell() {
  const identity = useIdentity();
  // The session has just ended, and the login takes its place.
  if (identity === undefined) return null;
  return (
    <GraphProvider key={identity} identity={identity} rules={rules}>
      <Frame />
    </GraphProvider>
  );
}

/** Shows nothing; what pages are made of comes before they are asked for, and what they ask before they are there. */
function Ahead({ viewer }: { viewer: Viewer }) {
  usePrefetch(viewer);
  useAsker();
  return null;
}

function Frame() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const [isOpen, { toggle, close }] = useDisclosure();
  const isRoomy = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false });
  const { data, problem, isAsking, askAgain } = useLiveQuery({ query: ViewerDocument });
  useOwnLanguage();
  // biome-ignore lint/correctness/useExhaustiveDependencies: going to another page closes the navigation
  useEffect(close, [pathname]);

  const viewer = data?.viewer;
  if (!viewer) {
    if (!problem || isAsking) return <ConsoleWaiting />;
    return (
      <Container py="xl">
        <Trouble problem={problem} onRetry={askAgain} />
      </Container>
    );
  }
  if (!viewer.tenant) return <TenantChoice viewer={viewer} />;

  return (
    <ViewerProvider viewer={viewer} tenant={viewer.tenant}>
      <AreasContext value={areas}>
        <LiveUpdates />
        <Ahead viewer={viewer} />
        <AppShell
          header={{ height: 56, collapsed: false }}
          navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
          padding={{ base: 'md', sm: 'lg' }}
          layout="alt"
        >
          <AppShell.Header className={classes.header}>
            <Group h="100%" px="md" justify="space-between" wrap="nowrap">
              <Burger opened={isOpen} onClick={toggle} hiddenFrom="sm" aria-label={t('shell.navigation')} />
              <CommandField />
              <Group gap="xs" wrap="nowrap">
                <LiveDot />
                <Bell />
              </Group>
            </Group>
          </AppShell.Header>
          <AppShell.Navbar
            className={classes.navbar}
            p="sm"
            aria-label={t('shell.navigation')}
            inert={!isRoomy && !isOpen}
          >
            <Navigation onClose={close} />
          </AppShell.Navbar>
          <AppShell.Main>
            <Announcements />
            <PagePlace />
          </AppShell.Main>
        </AppShell>
      </AreasContext>
    </ViewerProvider>
  );
}
