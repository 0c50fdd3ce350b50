import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Panel } from '../../look/Panel.tsx';
import { Trouble } from '../../look/Trouble.tsx';
import { Waiting } from '../../look/Waiting.tsx';
import { ApplicationsDocument } from '../events.ts';
import { useWatched } from '../use-watched.ts';
import { PublishForm } from './PublishForm.tsx';

/** Publishes an event by hand, to try something out. */
export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data, problem, askAgain } = useWatched({ query: ApplicationsDocument });
  return (
    <Panel title={t('events.publish')} onClose={() => navigate('/events/queue')}>
      {problem && <Trouble problem={problem} onRetry={askAgain} />}
      {!data && !problem && <Waiting shape={['form']} rows={3} />}
      {data && (
        <PublishForm
          off={new Set(data.applications.filter(({ isOff }) => isOff).map(({ name }) => name))}
          types={data.eventTypes.filter(({ targets, toldBy }) => targets.length > 0 && toldBy === 'PEOPLE')}
          onPublished={(id) => navigate(`/events/queue/${id}`)}
        />
      )}
    </Panel>
  );
}
