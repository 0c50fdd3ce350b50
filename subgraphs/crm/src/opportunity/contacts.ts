import { ref } from '@mikro-orm/core';
import { batched } from '@mycelium/kit/batched';
import type { Context } from '@mycelium/kit/context';
import { create, oneOf } from '@mycelium/kit/crud';
import { Invalid, NotFound } from '@mycelium/kit/errors';
import { Contact } from '../contact/contact.ts';
import { type Opportunity, OpportunityContact } from './opportunity.ts';

/** With whom an opportunity is, in their order, without those that were removed; of all opportunities of one call in one statement. */
export function contactsOf(ctx: Context, opportunity: Opportunity): Promise<Contact[]> {
  return batched(ctx, opportunity, contactsOfAll);
}

async function contactsOfAll({ em }: Context, opportunities: readonly Opportunity[]): Promise<Contact[][]> {
  const ids = opportunities.map(({ id }) => id);
  const links = await em.find(
    OpportunityContact,
    { opportunity: { $in: ids }, contact: { removedAt: null } },
    { populate: ['contact'], orderBy: { position: 'asc', id: 'asc' } },
  );
  return ids.map((id) =>
    links.filter(({ opportunity }) => opportunity.id === id).map(({ contact }) => contact.unwrap() as Contact),
  );
}

/**
 * Says with whom an opportunity is, and answers whether that is new. One with a contact that was removed or merged stays so,
 * in case it comes back. Throws NotFound for a contact that is not there, and Invalid for one of the other book.
 */
export async function setContacts(ctx: Context, opportunity: Opportunity, ids: readonly string[]): Promise<boolean> {
  const contacts = await ctx.em.find(Contact, { id: oneOf(ids), removedAt: null });
  for (const [position, id] of ids.entries()) {
    const contact = contacts.find((each) => each.id === id);
    if (!contact) throw new NotFound('Contact', id);
    if (contact.side !== opportunity.side)
      throw new Invalid('A contact of an opportunity stands in the same book.', ['input', 'contactIds', position], {
        reason: 'OTHER_BOOK',
      });
  }
  const links = await ctx.em.find(
    OpportunityContact,
    { opportunity: opportunity.id, contact: { removedAt: null } },
    { orderBy: { position: 'asc', id: 'asc' } },
  );
  if (links.map(({ contact }) => contact.id).join() === ids.join()) return false;
  for (const link of links) if (!ids.includes(link.contact.id)) ctx.em.remove(link);
  for (const [position, contact] of ids.entries()) {
    const link = links.find((each) => each.contact.id === contact);
    if (link) link.position = position;
    else
      create(ctx, OpportunityContact, {
        ...{ side: opportunity.side, position },
        ...{ opportunity: ref(opportunity), contact: ref(Contact, contact) },
      });
  }
  return true;
}
