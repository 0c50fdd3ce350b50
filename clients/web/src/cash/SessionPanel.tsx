import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'react-router';
import { useThing } from '../graph/use-thing.ts';
import { ThingPanel } from '../look/ThingPanel.tsx';
import { SessionDocument } from './cash.ts';
import { ZPaper } from './ZPaper.tsx';

/** A session of a drawer that was counted: its Z report, as it is printed. */
export function Component() {
  const { t } = useTranslation();
  const { search } = useLocation();
  const { sessionId = '' } = useParams();
  const asked = useThing({ query: SessionDocument, variables: { id: sessionId } }, ({ cashSession }) => cashSession);
  return (
    <ThingPanel
      asked={asked}
      name={t('cash.zReport')}
      titleOf={({ drawer, zReport }) =>
        zReport ? t('cash.zOf', { name: drawer.name, number: zReport.number }) : drawer.name
      }
      icon="drawer"
      historyOf={({ id }) => id}
      gone={{ title: t('cash.noSessionTitle'), text: t('cash.noSessionText') }}
      list={{ pathname: '/cash', search }}
    >
      {(session) =>
        session.zReport ? (
          <>
            <ZPaper session={session} report={session.zReport} />
            <Group mt="md">
              <Button variant="default" onClick={() => print()}>
                {t('cash.print')}
              </Button>
            </Group>
          </>
        ) : (
          <Button component={Link} to={{ pathname: `/cash/drawers/${session.drawer.id}`, search }} variant="default">
            {t('cash.isOpen')}
          </Button>
        )
      }
    </ThingPanel>
  );
}
