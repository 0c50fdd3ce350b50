import { Button, Group, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useParams } from 'react-router';
import type { EventApplicationsQuery } from '../generated/graphql.ts';
import { Icon } from '../look/Icon.tsx';
import list from '../look/List.module.css';
import { StateMark } from '../look/StateMark.tsx';
import { Trouble } from '../look/Trouble.tsx';
import { Waiting } from '../look/Waiting.tsx';
import { useMay, useTenant } from '../session/viewer.tsx';
import { channelStates, shareText } from './channel-state.ts';
import { type Application, ApplicationsDocument, type EventType } from './events.ts';
import { useWatched } from './use-watched.ts';

type Health = EventApplicationsQuery['interAppHealth'][number];
export interface ApplicationsOutlet extends Pick<EventApplicationsQuery, 'interAppHealth'> {
  applications: Application[];
  eventTypes: EventType[];
}

/** Who speaks and listens, how each does, and what can be told. */
export function Component() {
  const { t } = useTranslation();
  const { id: tenantId } = useTenant();
  const mayManage = useMay('events:manage');
  const { data, problem, askAgain } = useWatched({ query: ApplicationsDocument, variables: { tenantId } });
  return (
    <div className={list.beside}>
      <div className={list.lists}>
        {problem && <Trouble problem={problem} onRetry={askAgain} />}
        {!data && !problem && <Waiting />}
        {data && (
          <Stack gap="lg">
            <section>
              <Head title={t('events.applications')} action={t('events.newApplication')} to="new" may={mayManage} />
              <ul className={list.list} aria-label={t('events.applications')}>
                {data.applications.map((application) => (
                  <ApplicationRow
                    key={application.name}
                    application={application}
                    health={data.interAppHealth.find((each) => each.application === application.name)}
                  />
                ))}
              </ul>
            </section>
            <section>
              <Head title={t('events.types')} action={t('events.newType')} to="types/new" may={mayManage} />
              <ul className={list.list} aria-label={t('events.types')}>
                {data.eventTypes.map((type) => (
                  <TypeRow key={type.name} type={type} />
                ))}
              </ul>
            </section>
          </Stack>
        )}
      </div>
      {data && <Outlet context={data satisfies ApplicationsOutlet} />}
    </div>
  );
}

function Head({ title, action, to, may }: { title: string; action: string; to: string; may: boolean }) {
  return (
    <Group justify="space-between" mb="sm">
      <Title order={2}>{title}</Title>
      {may && (
        <Button
          component={Link}
          to={`/events/applications/${to}`}
          variant="default"
          leftSection={<Icon name="plus" size={18} />}
        >
          {action}
        </Button>
      )}
    </Group>
  );
}

function ApplicationRow({ application, health }: { application: Application; health: Health | undefined }) {
  const { t, i18n } = useTranslation();
  const open = useParams().application;
  const { name, description } = application;
  return (
    <li className={list.row} data-open={name === open || undefined}>
      <Link to={`/events/applications/${name}`} className={list.name}>
        {name}
      </Link>
      <span className={list.quiet} lang="en">
        {description}
      </span>
      {health ? (
        <StateMark state={channelStates[health.status]} word={t(`events.health.${health.status}`)} />
      ) : (
        <StateMark state="off" word={t('events.silent')} />
      )}
      <span className={`${list.quiet} ${list.figure}`}>{health && shareText(health.successRate, i18n.language)}</span>
    </li>
  );
}

function TypeRow({ type: { name, source, targets, version, isBuiltIn } }: { type: EventType }) {
  const { t } = useTranslation();
  const { type: open } = useParams();
  return (
    <li className={list.row} data-open={name === open || undefined}>
      <Link to={`/events/applications/types/${name}`} className={list.name}>
        {name}
      </Link>
      <span className={list.quiet}>
        {source} → {targets.join(', ')}
      </span>
      <span className={list.quiet}>{t(isBuiltIn ? 'events.builtIn' : 'events.own')}</span>
      <span className={`${list.quiet} ${list.figure}`}>{t('events.version', { version })}</span>
    </li>
  );
}
