import { Button, SegmentedControl, Stack } from '@mantine/core';
import { problemOf } from '@mycelium/client-kit/problem';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useMutation } from 'urql';
import { Empty } from '../look/Empty.tsx';
import list from '../look/List.module.css';
import { Moment } from '../look/Moment.tsx';
import { showTrouble } from '../look/notify.tsx';
import { StateMark } from '../look/StateMark.tsx';
import { Trouble } from '../look/Trouble.tsx';
import { Waiting } from '../look/Waiting.tsx';
import { useMay, useTenant } from '../session/viewer.tsx';
import { AlertRules } from './AlertRules.tsx';
import { type Alert, AlertsDocument, NoteAlertDocument } from './alerts.ts';
import { useWatched } from './use-watched.ts';

const MOST = 200;

/** What was not as the rules say, newest first, and the rules. */
export function Component() {
  const { t } = useTranslation();
  const { id: tenantId } = useTenant();
  const [params, setParams] = useSearchParams();
  const isOpenOnly = params.get('show') === 'open';
  const [first, setFirst] = useState(20);
  const { data, problem, isAsking, askAgain } = useWatched({
    query: AlertsDocument,
    variables: { tenantId, first, ...(isOpenOnly && { open: true }) },
  });
  const page = data?.alerts;
  const alerts = page?.edges.map(({ node }) => node) ?? [];
  return (
    <Stack gap="lg">
      <div>
        <SegmentedControl
          role="radiogroup"
          aria-label={t('events.show')}
          mb="md"
          value={isOpenOnly ? 'open' : 'all'}
          data={[
            { value: 'all', label: t('events.all') },
            { value: 'open', label: t('events.alertOpen') },
          ]}
          onChange={(value) => setParams(value === 'open' ? { show: value } : {}, { replace: true })}
        />
        {problem && <Trouble problem={problem} onRetry={askAgain} />}
        {!page && !problem && <Waiting rows={3} />}
        {page && alerts.length === 0 && (
          <Empty icon="check" title={t('events.alertsEmptyTitle')} text={t('events.alertsEmptyText')} />
        )}
        {alerts.length > 0 && (
          <ul className={list.list} aria-label={t('events.tab.alerts')}>
            {alerts.map((alert) => (
              <AlertRow key={alert.id} alert={alert} />
            ))}
          </ul>
        )}
        {page?.pageInfo.hasNextPage && first < MOST && (
          <Button variant="default" mt="md" loading={isAsking} onClick={() => setFirst(MOST)}>
            {t('action.more')}
          </Button>
        )}
      </div>
      <AlertRules />
    </Stack>
  );
}

function AlertRow({ alert }: { alert: Alert }) {
  const { t, i18n } = useTranslation();
  const { timeZone } = useTenant();
  const mayManage = useMay('events:manage');
  const [{ fetching }, note] = useMutation(NoteAlertDocument);
  const { id, kind, source, target, createdAt, recoveredAt, acknowledgedAt } = alert;
  const figure = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 });
  const channel = [source, target].filter(Boolean).join(' → ');
  return (
    <li className={list.row}>
      {alert.endpointId ? (
        <Link to={`/events/webhooks/${alert.endpointId}`} className={list.name}>
          {t(`events.alert.${kind}`)}
        </Link>
      ) : (
        <Link to={source && target ? `/events/matrix/${source}/${target}` : '/events/matrix'} className={list.name}>
          {t(`events.alert.${kind}`)}
        </Link>
      )}
      <span className={list.quiet}>
        {channel && `${channel} · `}
        {t(`events.alertFound.${kind}`, {
          value: figure.format(alert.value),
          threshold: figure.format(alert.threshold),
        })}
      </span>
      {recoveredAt ? (
        <StateMark state="ok" word={t('events.recovered')} />
      ) : (
        <StateMark
          state={acknowledgedAt ? 'attention' : 'failed'}
          word={t(acknowledgedAt ? 'events.noted' : 'events.alertOpen')}
        />
      )}
      <span className={`${list.quiet} ${list.figure}`}>
        {mayManage && !recoveredAt && !acknowledgedAt ? (
          <Button
            size="sm"
            variant="default"
            loading={fetching}
            style={{ position: 'relative' }}
            onClick={async () => {
              const { error } = await note({ id });
              if (error) showTrouble(problemOf(error));
            }}
          >
            {t('events.note')}
          </Button>
        ) : (
          <Moment at={recoveredAt ?? createdAt} timeZone={timeZone} />
        )}
      </span>
    </li>
  );
}
