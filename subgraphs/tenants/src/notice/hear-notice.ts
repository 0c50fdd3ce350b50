import { asSystem } from '@mycelium/kit/as-system';
import { setAside } from '@mycelium/kit/aside';
import type { Context } from '@mycelium/kit/context';
import type { Event } from '@mycelium/schema/event-type';
import { noticeSchema } from '@mycelium/schema/notices';
import { Membership } from '../user/membership.ts';
import { keepNotices } from './keep-notices.ts';
import { noticeEmail } from './notice-email.ts';

/** Keeps what a subgraph raised; what cannot be shown, and what is for nobody who works here, is set aside and holds up nothing. */
export async function hearNotice(ctx: Context, payload: unknown, event: Event) {
  const read = noticeSchema.safeParse(payload);
  if (!read.success) return leaveAside(ctx, event, read.error);
  const { userId, ...notice } = read.data;
  const where = { tenant: event.feed, user: userId };
  const member = await asSystem(ctx).findOne(Membership, where, { populate: ['user', 'tenant'] });
  if (!member) return leaveAside(ctx, event, new Error(`Nobody with the id ${userId} works for this tenant.`));
  const { user, tenant } = member;
  const { publicUrl } = ctx.outside;
  const { ids } = await keepNotices(ctx, tenant.$, [{ user: user.$, notice }], (told, reader) =>
    noticeEmail(reader, told, publicUrl),
  );
  return { notices: ids.length };
}

async function leaveAside(ctx: Context, event: Event, reason: Error) {
  await setAside(ctx.redis, ctx.log, { place: 'NOTICE', key: event.id, tenantId: event.feed, entry: event, reason });
  return { notices: 0 };
}
