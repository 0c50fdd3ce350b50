import { ref } from '@mikro-orm/core';
import type { Context } from '@mycelium/kit/context';
import { Conflict } from '@mycelium/kit/errors';
import type { SidedRow } from '../side/side.ts';
import type { Contact } from './contact.ts';
import { type ContactReference, ContactReferenceRow } from './contact-reference.ts';
import { keyOfReference } from './reference-key.ts';

/**
 * Says what other systems call a contact, and answers whether that is new. Throws Conflict where another contact has such an
 * id; one that was removed has it no longer.
 */
export async function setReferences(
  ctx: Context,
  contact: Contact,
  given: readonly ContactReference[],
): Promise<boolean> {
  const wanted = new Map(given.map((reference) => [keyOfReference(reference), reference]));
  const kept = contact.references
    .getItems()
    .filter(({ system, externalId }) => wanted.delete(keyOfReference({ system, id: externalId })));
  if (wanted.size === 0 && kept.length === contact.references.length) return false;
  const { tenantId, side } = contact;
  const added = [...wanted.values()];
  const [taken] = await claimReferences(ctx, contact, added);
  if (taken)
    throw new Conflict(`Another contact has the id ${taken.id} of ${taken.system}.`, {
      ...{ reason: 'REFERENCE_TAKEN', contactId: taken.contactId },
    });
  const rows = added.map(({ system, id }) =>
    ctx.em.create(ContactReferenceRow, { tenantId, side, contact: ref(contact), system, externalId: id }),
  );
  contact.references.set([...kept, ...rows]);
  return true;
}

/** Takes these ids from those who were removed; answers the ones that somebody who is there has. */
export async function claimReferences(
  { em }: Context,
  { tenantId, side }: Pick<SidedRow, 'tenantId' | 'side'>,
  references: readonly ContactReference[],
): Promise<(ContactReference & { contactId: string })[]> {
  if (references.length === 0) return [];
  const given = JSON.stringify(references.map(({ system, id }) => ({ system, id })));
  const these = `r.tenant_id = ? and r.side = ? and (r.system, r.external_id) in
    (select system, id from jsonb_to_recordset(?::jsonb) as given (system text, id text))`;
  await em.execute(
    `delete from crm.contact_reference r using crm.contact c where c.id = r.contact_id and c.removed_at is not null and ${these}`,
    [tenantId, side, given],
  );
  return em.execute(
    `select r.system, r.external_id as id, r.contact_id as "contactId" from crm.contact_reference r where ${these}`,
    [tenantId, side, given],
  );
}
