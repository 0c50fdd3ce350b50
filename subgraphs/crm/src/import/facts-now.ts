import type { Context } from '@mycelium/kit/context';
import { oneOf } from '@mycelium/kit/crud';
import { Contact } from '../contact/contact.ts';
import type { ContactFacts } from './contact-facts.ts';
import { factsOfContact } from './facts-of-contact.ts';

/** What contacts say now, those that are there, with the rows in which it stands. */
export async function factsNow(
  ctx: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { facts: ContactFacts; contact: Contact }>> {
  if (ids.length === 0) return new Map();
  const found = await ctx.em.find(
    Contact,
    { id: oneOf(ids), removedAt: null },
    { populate: ['mails', 'phones', 'references'], refresh: true },
  );
  return new Map(found.map((contact) => [contact.id, { contact, facts: factsOfContact(ctx, contact) }]));
}
