import type { Clock } from '../clock.ts';
import { nextTime } from './next-time.ts';
import type { Statement } from './settle.ts';
import type { Task } from './task.ts';

export const roundKey = ({ name }: Pick<Task, 'name'>): string => `round ${name}`;

/** Each round has one job, which plans its next time when it has been done. This gives one to a round that has none, or another pattern by now. */
export function roundStatement(schema: string, task: Task, clock: Pick<Clock, 'now' | 'aheadMs'>): Statement {
  const due = nextTime(task, {}, clock);
  const pattern = patternOf(task);
  return {
    sql: `${addRound(schema)} where not exists (
      select 1 from ${schema}._private_jobs where key = ? and payload ->> 'cron' = ?
    )`,
    values: [
      ...roundValues(task, { cron: pattern, ...due?.byBusiness }, due?.runAt ?? new Date()),
      roundKey(task),
      pattern,
    ],
  };
}

/** Does a round now; of several processes that want it so, one does. */
export function roundNowStatement(schema: string, task: Task): Statement {
  return { sql: addRound(schema), values: roundValues(task, { cron: patternOf(task) }, new Date()) };
}

/** What a version before this one did round by round. */
export function goneRoundsStatement(schema: string, tasks: readonly Task[]): Statement {
  return {
    sql: `delete from ${schema}._private_jobs job using ${schema}._private_tasks task
      where task.id = job.task_id and job.payload ->> 'cron' is not null and job.locked_at is null
        and task.identifier <> all(?::text[])`,
    values: [tasks.flatMap(({ name, cron }) => (cron ? [name] : []))],
  };
}

/** The clock of the business was moved: what goes by it and waits for nothing else is done when its moment comes there; answers when. */
export function retimeStatement(schema: string, { aheadMs }: Pick<Clock, 'aheadMs'>): Statement {
  const at = (ahead: string) => `(payload ->> 'due')::timestamptz - ${ahead} * interval '1 millisecond'`;
  return {
    sql: `update ${schema}._private_jobs set run_at = ${at('?::float8')}, updated_at = now(),
        payload = jsonb_set(payload::jsonb, '{ahead}', to_jsonb(?::float8))::json
      where payload ->> 'due' is not null and locked_at is null and (payload ->> 'ahead')::float8 <> ?::float8
        and run_at = ${at(`(payload ->> 'ahead')::float8`)} returning run_at`,
    values: [aheadMs, aheadMs, aheadMs],
  };
}

/** Its pattern, and by which clock it goes. */
export function patternOf({ cron = '', byBusinessClock }: Task): string {
  return byBusinessClock ? `${cron} by the clock of the business` : cron;
}

const addRound = (schema: string): string =>
  `select ${schema}.add_job(?, ?::json, queue_name := ?, run_at := ?::timestamptz, max_attempts := ?, job_key := ?, flags := array[?::text])`;

function roundValues(task: Task, more: object, runAt: Date): unknown[] {
  const { name, queue, attempts } = task;
  // As `enqueue` does it: what is replaced while it runs leaves nothing behind.
  const payload = JSON.stringify({ key: roundKey(task), ...more });
  return [name, payload, queue, runAt.toISOString(), attempts, roundKey(task), name];
}
