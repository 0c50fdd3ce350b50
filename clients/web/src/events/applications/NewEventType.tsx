import { useTranslation } from 'react-i18next';
import { useNavigate, useOutletContext, useSearchParams } from 'react-router';
import { Panel } from '../../look/Panel.tsx';
import type { ApplicationsOutlet } from './ApplicationsPage.tsx';
import { EventTypeForm } from './EventTypeForm.tsx';
import { draftOfType } from './type-draft.ts';

/** A new type of events, or a new version of one of the tenant's own. */
export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const { applications, eventTypes } = useOutletContext<ApplicationsOutlet>();
  const of = eventTypes.find(({ name }) => name === params.get('of'));
  const names = applications.map(({ name }) => name);
  return (
    <Panel
      title={of ? `${t('events.newVersion')}: ${of.name}` : t('events.newType')}
      onClose={() => navigate('/events/applications')}
    >
      <EventTypeForm
        key={of?.name}
        start={draftOfType(of, names)}
        applications={names}
        isNew={!of}
        version={of?.version}
        onSaved={(name) => navigate(`/events/applications/types/${name}`)}
      />
    </Panel>
  );
}
