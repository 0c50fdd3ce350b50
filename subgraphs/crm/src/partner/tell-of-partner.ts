import type { Context } from '@mycelium/kit/context';
import type { Event } from '@mycelium/schema/event-type';
import { SubjectKind } from '../subject/subject.ts';
import { tell } from '../timeline/tell.ts';
import type { EntryKind, Facts } from '../timeline/timeline-entry.ts';
import type { Partner } from './partner.ts';

/** Writes on the timeline of a partner what became of them, with their name; `event` as in `tell`. */
export async function tellOf(
  ctx: Context,
  { id, side, contact }: Partner,
  kind: EntryKind,
  event: Event | string,
  more: Facts = {},
): Promise<void> {
  const { name } = await contact.loadOrFail();
  const subject = { kind: SubjectKind.PARTNER, id };
  await tell(ctx, { subject, side, kind, facts: { name, ...more }, relatedId: contact.id }, event);
}
