import { LockMode, ref } from '@mikro-orm/core';
import type { Context } from '@mycelium/kit/context';
import { change, create, unchanged, update } from '@mycelium/kit/crud';
import { Conflict, Invalid, NotFound } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import {
  partnerCreated,
  partnerRegistered,
  partnerRemoved,
  partnerUpdated,
} from '@mycelium/schema/subgraphs/crm/partners';
import { validate as isUuid } from 'uuid';
import { Contact } from '../contact/contact.ts';
import { forgetFound } from '../search/keep-found.ts';
import { feedOf, Side } from '../side/side.ts';
import { EntryKind } from '../timeline/timeline-entry.ts';
import { findPartner, lockPartner, lockRemoved } from './find-partners.ts';
import { letPartnersBeFound } from './let-partners-be-found.ts';
import { Partner, PartnerStatus } from './partner.ts';
import {
  type RegisterPartnerInput,
  registerPartnerSchema,
  type UpdatePartnerInput,
  updatePartnerSchema,
} from './partner-input.ts';
import { tellOf } from './tell-of-partner.ts';

/** The contact as a partner, and affiliate is told to open an account; the same key again answers the same partner. Throws Conflict for a contact who is one already. */
export async function registerPartner(ctx: Context, input: RegisterPartnerInput): Promise<Partner> {
  const { contactId, idempotencyKey } = parseInput(registerPartnerSchema, input);
  const contact = await lockContact(ctx, contactId);
  const known = await ctx.em.findOne(Partner, { idempotencyKey });
  if (known && known.contact.id === contactId) return unchanged(ctx, known);
  if (known) throw keyUsed();
  const other = await ctx.em.findOne(Partner, { contact, removedAt: null });
  if (other)
    throw new Conflict('This contact is a partner already.', { reason: 'ALREADY_PARTNER', partnerId: other.id });
  const partner = create(ctx, Partner, {
    ...{ side: contact.side, contact: ref(contact), status: PartnerStatus.ACTIVE },
    ...{ registeredAt: ctx.now(), idempotencyKey },
  });
  await ctx.em.flush();
  await letPartnersBeFound(ctx, contactId);
  ctx.publish(partnerCreated, { partnerId: partner.id }, feedOf(partner));
  const eventId = ctx.publish(partnerRegistered, { entityId: partner.id, name: contact.name });
  await tellOf(ctx, partner, EntryKind.PARTNER_REGISTERED, eventId);
  return partner;
}

/** Changes what the input names; throws Conflict when it was changed meanwhile. */
export async function updatePartner(ctx: Context, id: string, input: UpdatePartnerInput): Promise<Partner> {
  const { version, ...patch } = parseInput(updatePartnerSchema, input);
  if (!(await findPartner(ctx, id))) throw new NotFound('Partner', id);
  return update(ctx, Partner, { id, version }, patch, (partner) =>
    ctx.publish(partnerUpdated, { partnerId: id }, feedOf(partner)),
  );
}

/** Removes a partner, and answers their id; they can be restored. */
export async function removePartner(ctx: Context, id: string): Promise<string> {
  const partner = await lockPartner(ctx, id);
  await change(ctx, partner, { removedAt: ctx.now() });
  await forgetFound(ctx, partner);
  const eventId = ctx.publish(partnerRemoved, { partnerId: id }, feedOf(partner));
  await tellOf(ctx, partner, EntryKind.PARTNER_REMOVED, eventId);
  return id;
}

/** Takes a removal back; one that was not removed stays as it is. */
export async function restorePartner(ctx: Context, id: string): Promise<Partner> {
  const partner = await lockRemoved(ctx, id);
  if (!partner.removedAt) return unchanged(ctx, partner);
  await change(ctx, partner, { removedAt: null });
  await letPartnersBeFound(ctx, partner.contact.id);
  const eventId = ctx.publish(partnerCreated, { partnerId: id }, feedOf(partner));
  await tellOf(ctx, partner, EntryKind.PARTNER_RESTORED, eventId);
  return partner;
}

export function keyUsed(): Conflict {
  return new Conflict('This idempotency key was already used for something else.', { reason: 'KEY_USED' });
}

/** Held, so that two who register the same contact at once come one after the other. */
async function lockContact(ctx: Context, id: string): Promise<Contact> {
  const lockMode = LockMode.PESSIMISTIC_WRITE;
  const contact = isUuid(id) && (await ctx.em.findOne(Contact, { id }, { lockMode }));
  if (!contact || contact.removedAt) throw new NotFound('Contact', id);
  if (contact.side === Side.PLATFORM)
    throw new Invalid("A partner is a contact of the tenant's own book.", ['input', 'contactId'], {
      reason: 'NOT_OWN_BOOK',
    });
  return contact;
}
