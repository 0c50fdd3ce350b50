import { Button, Group, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useLocation, useParams } from 'react-router';
import { Icon } from '../../look/Icon.tsx';
import list from '../../look/List.module.css';
import { StateMark } from '../../look/StateMark.tsx';
import { Trouble } from '../../look/Trouble.tsx';
import { Waiting } from '../../look/Waiting.tsx';
import { useMay } from '../../session/viewer.tsx';
import { applicationState } from '../event-states.ts';
import { type Application, type ApplicationHealth, ApplicationsDocument, type EventType } from '../events.ts';
import { type Figures, useFigures } from '../figures.ts';
import { shareText } from '../share-text.ts';
import { successOf } from '../success.ts';
import { useWatched } from '../use-watched.ts';
import { WindowChoice } from '../WindowChoice.tsx';
import { type Consumer, useConsumers } from './consumers.ts';
import { useAbout } from './use-about.ts';

export interface ApplicationsOutlet {
  interAppHealth: readonly ApplicationHealth[];
  applications: Application[];
  eventTypes: EventType[];
  consumers: readonly Consumer[];
  figures: readonly Figures[];
}

/** Who publishes and receives, how each does, and what can be published. */
export function Component() {
  const { t } = useTranslation();
  const mayManage = useMay('events:manage');
  const consumers = useConsumers();
  const { figures, ...choice } = useFigures();
  const { data, problem, askAgain } = useWatched({ query: ApplicationsDocument });
  const interAppHealth = data?.viewer?.tenant?.interAppHealth ?? [];
  return (
    <div className={list.beside}>
      <div className={list.lists}>
        {problem && <Trouble problem={problem} onRetry={askAgain} />}
        {!data && !problem && <Waiting />}
        {data && (
          <Stack gap="lg">
            <section>
              <Head title={t('events.applications')} action={t('events.newApplication')} to="new" may={mayManage}>
                <WindowChoice {...choice} />
              </Head>
              <ul className={list.list} aria-label={t('events.applications')}>
                {data.applications.map((application) => (
                  <ApplicationRow
                    key={application.name}
                    application={application}
                    health={interAppHealth.find((each) => each.application === application.name)}
                    consumer={consumers.find((each) => each.application === application.name)}
                    figures={figures.filter(({ target }) => target === application.name)}
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
      {data && <Outlet context={{ ...data, interAppHealth, consumers, figures } satisfies ApplicationsOutlet} />}
    </div>
  );
}

interface HeadProps {
  title: string;
  action: string;
  to: string;
  may: boolean;
  children?: ReactNode;
}

function Head({ title, action, to, may, children }: HeadProps) {
  return (
    <Group mb="sm">
      <Title order={2} mr="auto">
        {title}
      </Title>
      {children}
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

interface ApplicationRowProps {
  application: Application;
  health: ApplicationHealth | undefined;
  consumer: Consumer | undefined;
  figures: readonly Figures[];
}

function ApplicationRow({ application, health, consumer, figures }: ApplicationRowProps) {
  const { t, i18n } = useTranslation();
  const { search } = useLocation();
  const open = useParams().application;
  const aboutOf = useAbout();
  const { name, isOff } = application;
  const { word, ...standing } = applicationState(health, isOff);
  return (
    <li className={list.row} data-open={name === open || undefined}>
      <span>
        <Link to={{ pathname: `/events/applications/${name}`, search }} className={list.name}>
          {name}
        </Link>
        <br />
        <span className={list.quiet}>
          {consumer && `${t(`bus.place.${consumer.place}`)}, ${t('bus.atWork', { count: consumer.workers })}`}
        </span>
      </span>
      <span className={list.quiet}>{aboutOf(application)}</span>
      <StateMark {...standing} word={t(`events.standing.${word}`)} />
      <span className={`${list.quiet} ${list.figure}`}>
        {isOff ? '–' : shareText(successOf(figures).share, i18n.language)}
      </span>
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
