import type { Context } from '@mycelium/kit/context';
import type { opportunityCreated } from '@mycelium/schema/subgraphs/crm/pipelines';
import { feedOf } from '../side/side.ts';
import { SubjectKind } from '../subject/subject.ts';
import { tell } from '../timeline/tell.ts';
import type { EntryKind, Facts } from '../timeline/timeline-entry.ts';
import type { Opportunity } from './opportunity.ts';

/** Tells what became of an opportunity, also on its timeline and on those of its contacts. */
export async function publish(
  ctx: Context,
  type: typeof opportunityCreated,
  opportunity: Opportunity,
  { kind, facts }: { kind: EntryKind; facts?: Facts },
): Promise<void> {
  const { id, side, title } = opportunity;
  const eventId = ctx.publish(type, { opportunityId: id }, feedOf(opportunity));
  const told = { side, kind, facts: { title, ...facts }, relatedId: id };
  await tell(ctx, { ...told, subject: { kind: SubjectKind.OPPORTUNITY, id } }, eventId);
  for (const contactId of await contactsNow(ctx, opportunity))
    await tell(ctx, { ...told, subject: { kind: SubjectKind.CONTACT, id: contactId } }, eventId);
}

async function contactsNow({ em }: Context, { id }: Opportunity): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(
    `select c.id from crm.opportunity_contact l join crm.contact c on c.id = l.contact_id
     where l.opportunity_id = ? and c.removed_at is null order by c.id`,
    [id],
  );
  return rows.map((row) => row.id);
}
