import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'react-router';
import { useThing } from '../graph/use-thing.ts';
import { ThingPanel } from '../look/ThingPanel.tsx';
import { CountForm } from './CountForm.tsx';
import { DrawerDocument } from './cash.ts';

/** A drawer that is open, counted and closed. */
export function Component() {
  const { t } = useTranslation();
  const { search } = useLocation();
  const { drawerId = '' } = useParams();
  const asked = useThing({ query: DrawerDocument, variables: { id: drawerId } }, ({ drawer }) =>
    drawer?.openSession ? { drawer, session: drawer.openSession } : null,
  );
  return (
    <ThingPanel
      asked={asked}
      name={t('cash.count')}
      titleOf={({ drawer }) => t('cash.countOf', { name: drawer.name })}
      icon="drawer"
      gone={{ title: t('cash.notOpenTitle'), text: t('cash.notOpenText') }}
      list={{ pathname: `/cash/drawers/${drawerId}`, search }}
    >
      {({ drawer, session }) => <CountForm key={session.id} drawer={drawer} session={session} />}
    </ThingPanel>
  );
}
