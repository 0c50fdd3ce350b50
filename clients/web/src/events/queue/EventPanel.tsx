import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useParams } from 'react-router';
import { Empty } from '../../look/Empty.tsx';
import { Panel } from '../../look/Panel.tsx';
import { Trouble } from '../../look/Trouble.tsx';
import { Waiting } from '../../look/Waiting.tsx';
import { TrackingDocument } from '../events.ts';
import { useWatched } from '../use-watched.ts';
import { EventDetail } from './EventDetail.tsx';

/** One event, as each application that it is for has it. */
export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { search, pathname } = useLocation();
  const list = pathname.startsWith('/events/failed') ? '/events/failed' : '/events/queue';
  const { eventId = '' } = useParams();
  const { data, problem, askAgain } = useWatched({ query: TrackingDocument, variables: { eventId } });
  const targets = data?.eventTracking;
  return (
    <Panel title={targets?.[0]?.eventType ?? t('events.event')} onClose={() => navigate({ pathname: list, search })}>
      {problem && <Trouble problem={problem} onRetry={askAgain} />}
      {!data && !problem && <Waiting rows={3} />}
      {data && !targets && <Empty icon="pulse" title={t('events.goneTitle')} text={t('events.goneText')} />}
      {targets && <EventDetail targets={targets} />}
    </Panel>
  );
}
