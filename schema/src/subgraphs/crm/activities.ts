import { z } from 'zod';
import { eventType } from '../../event-type.ts';

const note = z.object({ noteId: z.uuid() });

export const noteCreated = eventType({
  name: 'note.created',
  description: 'A note was written, or restored.',
  source: 'crm',
  targets: [],
  payload: note,
});

export const noteUpdated = eventType({
  name: 'note.updated',
  description: 'A note was changed.',
  source: 'crm',
  targets: [],
  payload: note,
});

export const noteRemoved = eventType({
  name: 'note.removed',
  description: 'A note was removed; it can be restored.',
  source: 'crm',
  targets: [],
  payload: note,
});

export const timelineUpdated = eventType({
  name: 'timeline.updated',
  description: 'Something was added to the timeline of a subject.',
  source: 'crm',
  targets: [],
  payload: z.object({ entryId: z.uuid() }),
});

const activity = z.object({ activityId: z.uuid() });

export const activityCreated = eventType({
  name: 'activity.created',
  description: 'An activity was created, or restored.',
  source: 'crm',
  targets: [],
  payload: activity,
});

export const activityUpdated = eventType({
  name: 'activity.updated',
  description: 'An activity was changed.',
  source: 'crm',
  targets: [],
  payload: activity,
});

export const activityCompleted = eventType({
  name: 'activity.completed',
  description: 'An activity was completed.',
  source: 'crm',
  targets: [],
  payload: activity,
});

export const activityReopened = eventType({
  name: 'activity.reopened',
  description: 'A completed activity was reopened.',
  source: 'crm',
  targets: [],
  payload: activity,
});

export const activityRemoved = eventType({
  name: 'activity.removed',
  description: 'An activity was removed; it can be restored.',
  source: 'crm',
  targets: [],
  payload: activity,
});
