import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'react-router';
import { useThing } from '../graph/use-thing.ts';
import { ThingPanel } from '../look/ThingPanel.tsx';
import { useMay } from '../session/viewer.tsx';
import { type Drawer, DrawerDocument } from './cash.ts';
import { DrawerSettings } from './DrawerSettings.tsx';
import { OpenDrawer } from './OpenDrawer.tsx';
import { OpenNow } from './OpenNow.tsx';

/** One drawer: opened with its float, what is in it while it is open, and what it is called. */
export function Component() {
  const { t } = useTranslation();
  const { search } = useLocation();
  const { drawerId = '' } = useParams();
  const asked = useThing({ query: DrawerDocument, variables: { id: drawerId } }, ({ drawer }) => drawer);
  return (
    <ThingPanel
      asked={asked}
      name={t('cash.drawer')}
      titleOf={({ name }) => name}
      icon="drawer"
      historyOf={({ id }) => id}
      gone={{ title: t('cash.goneTitle'), text: t('cash.goneText') }}
      list={{ pathname: '/cash', search }}
    >
      {(drawer) => <Detail key={drawer.id} drawer={drawer} />}
    </ThingPanel>
  );
}

function Detail({ drawer }: { drawer: Drawer }) {
  const { t } = useTranslation();
  const mayChange = useMay('location:write');
  const [isSetting, setSetting] = useState(false);
  const { openSession, archivedAt } = drawer;
  if (isSetting || archivedAt) return <DrawerSettings drawer={drawer} onDone={() => setSetting(false)} />;
  return (
    <>
      {openSession ? <OpenNow drawer={drawer} session={openSession} /> : <OpenDrawer drawer={drawer} />}
      {mayChange && (
        <Button variant="subtle" mt="lg" onClick={() => setSetting(true)}>
          {t('cash.settings')}
        </Button>
      )}
    </>
  );
}
