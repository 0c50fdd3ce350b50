import type { Context } from '@mycelium/kit/context';
import { change, find } from '@mycelium/kit/crud';
import { GivenUp } from '@mycelium/kit/given-up';
import type { Event } from '@mycelium/schema/event-type';
import { partnerUpdated } from '@mycelium/schema/subgraphs/crm/partners';
import { feedOf } from '../side/side.ts';
import { EntryKind } from '../timeline/timeline-entry.ts';
import { Partner } from './partner.ts';
import { tellOf } from './tell-of-partner.ts';

/** Affiliate said a partner's rate: what was said last stands on the partner, in whatever order it comes. Gives up with NO_PARTNER where there is none. */
export async function hearRate(
  ctx: Context,
  { entityId, ratePercent }: { entityId: string; ratePercent: number },
  event: Event,
) {
  const partner = await find(ctx, Partner, entityId);
  if (!partner) throw new GivenUp('NO_PARTNER', `no partner has the id ${entityId.slice(0, 80)}.`);
  const ratedAt = new Date(event.at);
  if (!partner.ratedAt || partner.ratedAt <= ratedAt)
    await change(ctx, partner, { rate: ratePercent.toFixed(6), ratedAt }, () =>
      ctx.publish(partnerUpdated, { partnerId: partner.id }, feedOf(partner)),
    );
  await tellOf(ctx, partner, EntryKind.COMMISSION_UPDATED, event, { ratePercent });
  return { partnerId: entityId, ratePercent, application: 'crm' };
}
