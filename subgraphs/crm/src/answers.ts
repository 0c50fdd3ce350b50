import type { Context } from '@mycelium/kit/context';
import { change, find } from '@mycelium/kit/crud';
import { type AnswerReaction, onAnswer } from '@mycelium/kit/on-answer';
import { contactUpdated, userCreated } from '@mycelium/schema/subgraphs/crm/contacts';
import { partnerRegistered, partnerUpdated } from '@mycelium/schema/subgraphs/crm/partners';
import { z } from 'zod';
import { Contact } from './contact/contact.ts';
import { Partner } from './partner/partner.ts';
import { recorded } from './reactions.ts';
import { feedOf } from './side/side.ts';
import { noteAcknowledged } from './timeline/note-acknowledged.ts';

const id = z.string().min(1).max(200);
const onboarded = z.object({ onboardingId: id });
const opened = z.object({ accountId: id });

/** What we do when those who heard us have answered; an answer that says nothing we know of changes nothing. */
export const answers: readonly AnswerReaction[] = [
  onAnswer(userCreated, async (ctx, { event, data }) => {
    const { data: answer } = onboarded.safeParse(data);
    if (answer) await keepOnboarding(ctx, event.payload.entityId, answer.onboardingId);
  }),
  onAnswer(partnerRegistered, async (ctx, { event, data }) => {
    const { data: answer } = opened.safeParse(data);
    if (answer) await keepAccount(ctx, event.payload.entityId, answer.accountId);
  }),
  ...recorded.map(({ type }) => onAnswer(type, noteAcknowledged)),
];

async function keepOnboarding(ctx: Context, contactId: string, onboardingId: string): Promise<void> {
  const contact = await find(ctx, Contact, contactId);
  if (contact)
    await change(ctx, contact, { onboardingId }, () =>
      ctx.publish(contactUpdated, { contactId: contact.id }, feedOf(contact)),
    );
}

async function keepAccount(ctx: Context, partnerId: string, affiliateAccountId: string): Promise<void> {
  const partner = await find(ctx, Partner, partnerId);
  if (partner)
    await change(ctx, partner, { affiliateAccountId }, () =>
      ctx.publish(partnerUpdated, { partnerId: partner.id }, feedOf(partner)),
    );
}
