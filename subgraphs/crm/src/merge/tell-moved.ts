import type { Context } from '@mycelium/kit/context';
import { activityUpdated, noteUpdated } from '@mycelium/schema/subgraphs/crm/activities';
import { partnerUpdated } from '@mycelium/schema/subgraphs/crm/partners';
import { opportunityUpdated } from '@mycelium/schema/subgraphs/crm/pipelines';
import type { Contact } from '../contact/contact.ts';
import { feedOf } from '../side/side.ts';

interface Thing {
  of: 'note' | 'activity' | 'opportunity' | 'partner';
  id: string;
}

/** What is there and is about one of these contacts, and so changes when they become one or several. */
export async function thingsOf(
  { em }: Context,
  { tenantId }: Contact,
  contactIds: readonly string[],
): Promise<Thing[]> {
  const these = 'in (select value::uuid from jsonb_array_elements_text(?::jsonb))';
  const about = (table: string) =>
    `select '${table}' as of, id from crm.${table}
     where tenant_id = ? and subject_kind = 'CONTACT' and subject_id ${these} and removed_at is null`;
  const ids = JSON.stringify(contactIds);
  return em.execute(
    `select * from (
       ${about('note')} union all ${about('activity')}
       union all select 'partner', id from crm.partner where tenant_id = ? and contact_id ${these} and removed_at is null
       union all select distinct 'opportunity', o.id from crm.opportunity_contact l join crm.opportunity o on o.id = l.opportunity_id
         where l.tenant_id = ? and l.contact_id ${these} and o.removed_at is null
     ) thing order by of, id`,
    [tenantId, ids, tenantId, ids, tenantId, ids, tenantId, ids],
  );
}

/** Tells of each of them that it has changed, as any other change does. */
export function tellMoved(ctx: Context, contact: Contact, things: readonly Thing[]): void {
  const feed = feedOf(contact);
  for (const { of, id } of things) {
    if (of === 'note') ctx.publish(noteUpdated, { noteId: id }, feed);
    if (of === 'activity') ctx.publish(activityUpdated, { activityId: id }, feed);
    if (of === 'opportunity') ctx.publish(opportunityUpdated, { opportunityId: id }, feed);
    if (of === 'partner') ctx.publish(partnerUpdated, { partnerId: id }, feed);
  }
}
