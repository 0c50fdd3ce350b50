import type { Context } from '@mycelium/kit/context';
import type { activityCreated } from '@mycelium/schema/subgraphs/crm/activities';
import { assessOf } from '../account/assess.ts';
import { feedOf } from '../side/side.ts';
import { tell } from '../timeline/tell.ts';
import type { EntryKind } from '../timeline/timeline-entry.ts';
import type { Activity } from './activity.ts';

/** Tells what became of an activity, also on the timeline of what it is about, and to the account where it is the staff's. */
export async function publish(
  ctx: Context,
  type: typeof activityCreated,
  activity: Activity,
  kind: EntryKind,
): Promise<void> {
  const { id, side, subject, title, type: sort } = activity;
  const eventId = ctx.publish(type, { activityId: id }, feedOf(activity));
  const facts = { title, type: sort };
  await tell(ctx, { subject, side, kind, facts, relatedId: id }, eventId);
  await assessOf(ctx, activity);
}
