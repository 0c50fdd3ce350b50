import type { Context } from '@mycelium/kit/context';
import { Unavailable } from '@mycelium/kit/errors';
import { raiseNotice } from '@mycelium/kit/notice';
import { enqueue } from '@mycelium/kit/tasks/enqueue';
import { NotYet, task } from '@mycelium/kit/tasks/task';
import { z } from 'zod';
import { type Person, peopleOf } from '../people/people.ts';
import { Side } from '../side/side.ts';
import { type Activity, awaitsOverdue, awaitsReminder } from './activity.ts';

/** So many at a time, so that asking who they are for is little beside them. */
const BATCH = 1_000;
const MINUTE_MS = 60_000;
const AWAY_MS = 2_000;
/** What is told so much later than planned is marked as late. */
export const LATE_MINUTES = 5;

/** A kind of reminder: when it is due, and what is written down of it once it has gone out. */
interface Reminder {
  kind: 'activity.due' | 'activity.overdue';
  moment: 'remind_at' | 'overdue_at';
  mark: 'reminded_for' | 'overdue_told_for';
  /** What it is of: it goes out once for each. */
  of: 'remind_at' | 'due_until';
  awaits: string;
}

const reminders: readonly Reminder[] = [
  { kind: 'activity.due', moment: 'remind_at', mark: 'reminded_for', of: 'remind_at', awaits: awaitsReminder },
  { kind: 'activity.overdue', moment: 'overdue_at', mark: 'overdue_told_for', of: 'due_until', awaits: awaitsOverdue },
];

/**
 * Reminds people of a tenant's activities: of all whose moment has come, whichever it was planned for. Notices and marks are
 * written in one transaction, so that each goes out once, and who is reminded is who has it to do at that moment.
 */
export const remind = task('activity-reminders', z.object({}), async ({ tenantId, transact }) => {
  if (!tenantId) return;
  for (const reminder of reminders) {
    let isMore = true;
    while (isMore) isMore = await transact((ctx) => remindSome(ctx, tenantId, reminder)).catch(waitWhileAway);
  }
});

/** While nobody can say who may still see the CRM, reminders wait, however long that is. */
function waitWhileAway(error: unknown): never {
  throw error instanceof Unavailable ? new NotYet(error.message, AWAY_MS) : error;
}

/** Plans the reminders of an activity; those of one minute are one task, which finds nothing when they were moved. */
export function planReminders(ctx: Context, { tenantId, assigneeId, remindAt, overdueAt }: Activity): void {
  if (!assigneeId) return;
  const minutes = [remindAt, overdueAt].flatMap((moment) =>
    moment ? [Math.ceil(moment.getTime() / MINUTE_MS) * MINUTE_MS] : [],
  );
  for (const time of new Set(minutes)) {
    const dueAt = new Date(time);
    enqueue(ctx, remind, {}, { key: dueAt.toISOString(), dueAt, tenantId });
  }
}

/** Notifies whom an activity was given, unless they took it themselves. */
export function tellAssignee(ctx: Context, { id, side, assigneeId, title, version, tenantId }: Activity): void {
  if (!assigneeId || assigneeId === ctx.viewer.id || side === Side.PLATFORM) return;
  const onceKey = `activity.assigned ${id} ${version}`;
  raiseNotice(
    ctx,
    { userId: assigneeId, kind: 'activity.assigned', path: pathOf(id), values: { title }, onceKey },
    tenantId,
  );
}

const pathOf = (id: string): string => `/crm/activities/${id}`;

/** Sends a batch of reminders; answers whether there may be more. Who may no longer see the CRM is not reminded. */
async function remindSome(ctx: Context, tenantId: string, reminder: Reminder): Promise<boolean> {
  const { awaits, moment } = reminder;
  const condition = `tenant_id = ? and side = 'TENANT' and ${awaits} and ${moment} <= ?`;
  const known = [tenantId, ctx.now()];
  const waiting = await ctx.em.execute<{ id: string; assignee_id: string }[]>(
    `select id, assignee_id from crm.activity where ${condition} order by ${moment} limit ${BATCH}`,
    known,
  );
  if (waiting.length === 0) return false;
  const asked = waiting.map(({ assignee_id: assigneeId }) => assigneeId);
  const people = await peopleOf(ctx, tenantId, asked);
  for (const row of await mark(ctx, reminder, condition, known, waiting, asked))
    tell(ctx, tenantId, reminder, row, people);
  return true;
}

interface Told {
  id: string;
  title: string;
  assignee_id: string;
  due_on: string | null;
  due_at: string | null;
  moment: string;
  of: string;
}

/**
 * Marks those that still wait once they are locked; one that was given to somebody else meanwhile comes next time. They are locked by
 * their ids alone: where the rest stands beside them, the planner may read all that wait, for every batch.
 */
function mark(
  { em }: Context,
  { mark: column, moment, of }: Reminder,
  condition: string,
  known: readonly unknown[],
  waiting: readonly { id: string }[],
  asked: readonly string[],
): Promise<Told[]> {
  const among = '= any(array(select value::uuid from jsonb_array_elements_text(?::jsonb)))';
  return em.execute<Told[]>(
    `with locked as materialized (
       select * from crm.activity where id ${among} order by id for update
     ), due as (
       select id from locked where ${condition} and assignee_id ${among}
     )
     update crm.activity told set ${column} = ${of} from due where told.id = due.id
     returning told.id, title, assignee_id, due_on::text, due_at, ${moment} as moment, ${of} as of`,
    [JSON.stringify(waiting.map(({ id }) => id)), ...known, JSON.stringify([...new Set(asked)])],
  );
}

function tell(
  ctx: Context,
  tenantId: string,
  { kind }: Reminder,
  { id, title, assignee_id: userId, due_on: dueOn, due_at: dueAt, moment, of }: Told,
  people: ReadonlyMap<string, Person>,
): void {
  if (!people.get(userId)?.scopes.includes('crm:read')) return;
  const late = Math.floor((ctx.now().getTime() - new Date(moment).getTime()) / MINUTE_MS);
  const values = {
    title,
    at: dueOn ?? new Date(String(dueAt)).toISOString(),
    ...(late >= LATE_MINUTES && { late }),
  };
  const onceKey = `${kind} ${id} ${new Date(of).toISOString()}`;
  raiseNotice(ctx, { userId, kind, path: pathOf(id), values, onceKey }, tenantId);
}
