import type { ActivityType, CreateActivityInput, UpdateActivityInput } from '../../generated/graphql.ts';
import { dateFormat } from '../../words/formats.ts';
import type { Activity } from './activities.ts';

export const activityTypes = [
  'CALL',
  'EMAIL',
  'MEETING',
  'TASK',
  'VISIT',
  'DEMO',
  'OTHER',
] as const satisfies ActivityType[];

/** An activity as it stands in a form; day and time as the browser's fields give them. */
export interface ActivityDraft {
  type: ActivityType;
  title: string;
  description: string;
  /** By user id; empty for nobody yet. */
  assigneeId: string;
  day: string;
  time: string;
}

export const newActivity: ActivityDraft = {
  ...{ type: 'TASK', title: '', description: '', assigneeId: '', day: '', time: '' },
};

export function draftOfActivity(activity: Activity): ActivityDraft {
  const { type, title, description, assigneeId, dueOn } = activity;
  const [day = '', time = ''] = dueOn ? [dueOn] : placeTime(activity);
  return { type, title, description: description ?? '', assigneeId: assigneeId ?? '', day, time };
}

/** What a draft says, as the graph wants it; a time is one of the place where its assignee works. */
export function activityInputOf(draft: ActivityDraft): Omit<CreateActivityInput, 'subject'> {
  const { type, title, description, assigneeId, day, time } = draft;
  return {
    ...{ type, title: title.trim(), description: description.trim() || null, assigneeId: assigneeId || null },
    ...{ dueOn: day && !time ? day : null, dueAt: day && time ? `${day}T${time}` : null },
  };
}

/** Only what was changed; a day goes with its time. */
export function changedActivityOf(
  draft: ActivityDraft,
  changes: Partial<ActivityDraft>,
  version: number,
): UpdateActivityInput {
  const fields = new Set<string>(Object.keys(changes));
  if (fields.has('day') || fields.has('time')) for (const field of ['dueOn', 'dueAt']) fields.add(field);
  const changed = Object.entries(activityInputOf(draft)).filter(([field]) => fields.has(field));
  return { version, ...Object.fromEntries(changed) };
}

/** Day and time where it is meant. */
function placeTime({ dueAt, timeZone }: Pick<Activity, 'dueAt' | 'timeZone'>): [string?, string?] {
  if (!dueAt) return [];
  // Sweden writes both as a browser's fields want them.
  const format = dateFormat('sv', { dateStyle: 'short', timeStyle: 'short', timeZone: timeZone ?? 'UTC' });
  const [day, time] = format.format(new Date(dueAt)).split(' ');
  return [day, time];
}
