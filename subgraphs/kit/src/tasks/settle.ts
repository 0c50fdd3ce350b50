/** A job that this process works on. */
export interface Held {
  schema: string;
  jobId: string;
  /** What the job says has it. */
  holder: string;
  kind: string;
  tenantId: string | undefined;
  attempt: number;
  startedAt: Date;
}

/** When a job comes again, and what of its payload says so. */
export interface Again {
  runAt: Date;
  payload: object;
}

/** A statement with `?` for its values. */
export interface Statement {
  sql: string;
  values: unknown[];
}

const freeQueue = (schema: string, gone: string) => `update ${schema}._private_job_queues queue
  set locked_by = null, locked_at = null from ${gone} where queue.id = ${gone}.job_queue_id and queue.locked_by = ?`;

const note = (schema: string, of: string) =>
  `insert into ${schema}.attempt (job_id, kind, tenant_id, number, outcome, error, started_at)
   select ?::bigint, ?, ?::uuid, ?::int, ?, ?, ?::timestamptz from ${of}`;

const noted = ({ jobId, kind, tenantId, attempt, startedAt }: Held, outcome: string, error?: string): unknown[] => [
  ...[jobId, kind, tenantId ?? null, attempt, outcome, error ?? null, startedAt.toISOString()],
];

/** Deletes a job that is done, unless it comes again; answers a row, unless somebody else has the job by now. */
export function doneStatement(held: Held, again?: Again): Statement {
  const { sql, values } = goneStatement(held, again);
  const { schema, holder } = held;
  return {
    sql: `with ${sql}, freed as (${freeQueue(schema, 'gone')}), noted as (${note(schema, 'gone')}) select 1 from gone`,
    values: [...values, holder, ...noted(held, 'DONE')],
  };
}

/** Deletes a job, or plans it for its next time; one that was planned again meanwhile has another row, and is deleted here. */
function goneStatement({ schema, jobId, holder }: Held, again: Again | undefined): Statement {
  const table = `${schema}._private_jobs`;
  if (!again)
    return {
      sql: `gone as (delete from ${table} where id = ? and locked_by = ? returning job_queue_id)`,
      values: [jobId, holder],
    };
  return {
    sql: `replaced as (delete from ${table} where id = ? and locked_by = ? and key is null returning job_queue_id),
      planned as (
        update ${table} set locked_by = null, locked_at = null, attempts = 0, updated_at = now(), run_at = ?::timestamptz,
          payload = ((payload::jsonb - 'reached') || ?::jsonb)::json
        where id = ? and locked_by = ? and key is not null returning job_queue_id
      ), gone as (select job_queue_id from replaced union all select job_queue_id from planned)`,
    values: [jobId, holder, again.runAt.toISOString(), JSON.stringify(again.payload), jobId, holder],
  };
}

/** What an attempt that failed leads to. */
interface Failure {
  reason: string;
  waitMs: number;
  isOver: boolean;
  /** When a job that was given up comes again all the same. */
  again?: Again;
}

/** Has a job that failed wait for its next attempt, or keeps it with its reason when it is over. A job that was replaced meanwhile is deleted. */
export function failedStatement(held: Held, { reason, waitMs, isOver, again }: Failure): Statement {
  const { schema, jobId, holder } = held;
  const ours = 'id = ? and locked_by = ?';
  const isReplaced = "(key is null and payload ->> 'key' is not null)";
  const attempts = again ? '0' : 'case when ?::boolean then max_attempts else attempts end';
  return {
    sql: `with replaced as (
        delete from ${schema}._private_jobs where ${ours} and ${isReplaced} returning job_queue_id
      ), failed as (
        update ${schema}._private_jobs
        set locked_by = null, locked_at = null, last_error = ?, updated_at = now()${again ? ', payload = (payload::jsonb || ?::jsonb)::json' : ''},
          run_at = coalesce(?::timestamptz, now() + ?::int * interval '1 millisecond'), attempts = ${attempts}
        where ${ours} and not ${isReplaced} returning job_queue_id, run_at
      ), either as (
        select job_queue_id from replaced union all select job_queue_id from failed
      ), freed as (${freeQueue(schema, 'either')}), noted as (${note(schema, 'failed')})
      select run_at from failed`,
    values: [
      ...[jobId, holder, reason, ...(again ? [JSON.stringify(again.payload)] : [])],
      ...[again?.runAt.toISOString() ?? null, waitMs, ...(again ? [] : [isOver])],
      ...[jobId, holder, holder, ...noted(held, isOver ? 'GIVEN_UP' : 'FAILED', reason)],
    ],
  };
}

/** Gives a job back that did not fail by itself: somebody does it later, and this attempt does not count. */
export function returnedStatement({ schema, jobId, holder }: Held, waitMs: number): Statement {
  return {
    sql: `with returned as (
        update ${schema}._private_jobs
        set locked_by = null, locked_at = null, attempts = greatest(0, attempts - 1), updated_at = now(),
          run_at = now() + ?::int * interval '1 millisecond'
        where id = ? and locked_by = ? returning job_queue_id, run_at
      ), freed as (${freeQueue(schema, 'returned')})
      select run_at from returned`,
    values: [waitMs, jobId, holder, holder],
  };
}

/** Frees the jobs of holders that are dead or have let go of them. Their attempt counts, so that what kills its process is given up in the end. */
export function freedStatement(schema: string, holders: readonly string[]): Statement {
  const reason = 'The process that worked on it has ended.';
  return {
    sql: `with freed as (
        update ${schema}._private_jobs
        set locked_by = null, locked_at = null, last_error = ?, updated_at = now()
        where locked_by = any(?::text[]) returning *
      ), queues as (
        update ${schema}._private_job_queues set locked_by = null, locked_at = null where locked_by = any(?::text[])
      ), noted as (
        insert into ${schema}.attempt (job_id, kind, tenant_id, number, outcome, error)
        select freed.id, task.identifier, (payload ->> 'tenantId')::uuid, attempts,
          case when attempts < max_attempts then 'FAILED' else 'GIVEN_UP' end, ?
        from freed join ${schema}._private_tasks task on task.id = task_id
      )
      select pg_notify('jobs:insert', json_build_object('count', count(*))::text), count(*)::int as count from freed`,
    values: [reason, holders, holders, reason],
  };
}

/** How far a task is; answers a row, unless somebody else has it by now. */
export function reachedStatement({ schema, jobId, holder }: Held, reached: unknown): Statement {
  return {
    sql: `update ${schema}._private_jobs
      set payload = jsonb_set(payload::jsonb, '{reached}', ?::jsonb)::json where id = ? and locked_by = ? returning id`,
    values: [JSON.stringify(reached ?? null), jobId, holder],
  };
}

/** The same statement as PostgreSQL's own client takes it. */
export function numbered({ sql, values }: Statement): { text: string; values: unknown[] } {
  let count = 0;
  const text = sql.replaceAll('?', () => {
    count += 1;
    return `$${count}`;
  });
  return { text, values };
}
