import { Button, Progress, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../graph/use-write.ts';
import list from '../../look/List.module.css';
import { Moment } from '../../look/Moment.tsx';
import { showTrouble } from '../../look/notify.tsx';
import { StateMark } from '../../look/StateMark.tsx';
import { useMay, useTenant } from '../../session/viewer.tsx';
import { numberFormat } from '../../words/formats.ts';
import { jobState } from '../event-states.ts';
import { useTargetName } from '../target.ts';
import { useWatched } from '../use-watched.ts';
import { CancelJobDocument, type EventJob, JobsDocument } from './failed.ts';
import classes from './Jobs.module.css';

/** What was done in bulk, newest first, as it goes on. */
export function Jobs() {
  const { t } = useTranslation();
  const { data } = useWatched({ query: JobsDocument });
  const jobs = data?.viewer?.tenant?.eventJobs.edges.map(({ node }) => node) ?? [];
  if (jobs.length === 0) return null;
  return (
    <section className={classes.jobs}>
      <Title order={2} mb="sm">
        {t('events.jobs')}
      </Title>
      <ul className={list.list} aria-label={t('events.jobs')}>
        {jobs.map((job) => (
          <JobRow key={job.id} job={job} />
        ))}
      </ul>
    </section>
  );
}

function JobRow({ job }: { job: EventJob }) {
  const { t, i18n } = useTranslation();
  const { timeZone } = useTenant();
  const mayManage = useMay('events:manage');
  const { write: cancel, isBusy } = useWrite(CancelJobDocument, showTrouble);
  const { id, action, status, total, done, failed, createdAt, filter } = job;
  const nameOf = useTargetName();
  const figure = numberFormat(i18n.language);
  const isOpen = status === 'QUEUED' || status === 'RUNNING';
  const name = t(`events.bulk.${action}.do`);
  const narrowed = Object.values(filter).filter((value) => typeof value === 'string');
  return (
    <li className={list.row}>
      <span>
        {name}
        {narrowed.length > 0 && <span className={list.quiet}> · {narrowed.map(nameOf).join(', ')}</span>}
      </span>
      <span className={classes.progress}>
        <Progress value={total === 0 ? 100 : ((done + failed) / total) * 100} aria-label={name} />
        <span className={list.quiet}>
          {t('events.jobDone', { done: figure.format(done), total: figure.format(total) })}
          {failed > 0 && ` · ${t('events.jobLeft', { failed: figure.format(failed) })}`}
        </span>
      </span>
      <StateMark state={jobState(status).state} word={t(`events.job.${status}`)} />
      <span className={`${list.quiet} ${list.figure}`}>
        {isOpen && mayManage ? (
          <Button size="sm" variant="default" loading={isBusy} onClick={() => cancel({ id })}>
            {t('action.cancel')}
          </Button>
        ) : (
          <Moment at={createdAt} timeZone={timeZone} />
        )}
      </span>
    </li>
  );
}
