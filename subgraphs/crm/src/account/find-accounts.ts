import type { FilterQuery, OrderDefinition } from '@mikro-orm/core';
import { systemOf } from '@mycelium/kit/as-system';
import { batched } from '@mycelium/kit/batched';
import type { Context } from '@mycelium/kit/context';
import { find, oneOf } from '@mycelium/kit/crud';
import { page } from '@mycelium/kit/page';
import { Activity } from '../activity/activity.ts';
import { Account, type AccountPage } from './account.ts';
import { AccountDay } from './account-day.ts';
import { type AccountArgs, type AccountFilter, AccountSort } from './account-input.ts';

/** Whether the viewer is one of the platform's staff, who keep the accounts of all tenants. */
const isStaff = ({ viewer }: Context): boolean => viewer.scopes.includes('platform:admin');

const orders: Record<AccountSort, OrderDefinition<Account>> = {
  [AccountSort.HEALTH]: { health: 'asc', id: 'asc' },
  [AccountSort.NAME]: { name: 'asc', id: 'asc' },
  [AccountSort.LAST_CONTACT]: { lastContactAt: 'asc', id: 'asc' },
  [AccountSort.NEXT_STEP]: { nextStepAt: 'asc', id: 'asc' },
};

/** A page of the accounts of all tenants; for the staff alone. */
export function pageOfAccounts(ctx: Context, { filter, sort, first, after }: AccountArgs): Promise<AccountPage> {
  return page(systemOf(ctx), Account, wanted(filter ?? {}), { first, after }, orders[sort]);
}

function wanted({ stages, owner, isOwned, healthBelow, reason, text }: AccountFilter): FilterQuery<Account> {
  const like = text?.trim() && { $ilike: `%${text.trim().replaceAll(/[\\%_]/g, '\\$&')}%` };
  const conditions = {
    ...(stages && { stage: { $in: stages } }),
    ...(owner && { ownerId: oneOf([owner]) }),
    ...(isOwned != null && !owner && { ownerId: isOwned ? { $ne: null } : null }),
    ...(healthBelow != null && { health: { $lt: healthBelow } }),
    ...(reason && { codes: { $contains: [reason] } }),
    ...(like && { $or: [{ name: like }, { slug: like }] }),
  };
  return conditions as FilterQuery<Account>;
}

/** One account, of whichever tenant; for the staff alone. */
export function findAccount(ctx: Context, id: string): Promise<Account | undefined> {
  return find(systemOf(ctx), Account, id);
}

/** The account of a tenant, if the viewer is one of those who keep it; all of one call in one statement. */
export async function accountOf(ctx: Context, tenantId: string): Promise<Account | undefined> {
  return isStaff(ctx) ? batched(ctx, tenantId, accountsOf) : undefined;
}

async function accountsOf(ctx: Context, tenantIds: readonly string[]): Promise<(Account | undefined)[]> {
  const found = await systemOf(ctx).em.find(Account, { tenantId: oneOf(tenantIds) });
  return tenantIds.map((id) => found.find(({ tenantId }) => tenantId === id));
}

/** What is to be done next of an account. */
export async function nextStepOf(ctx: Context, { nextStepId }: Account): Promise<Activity | undefined> {
  return nextStepId ? batched(ctx, nextStepId, stepsOf) : undefined;
}

async function stepsOf(ctx: Context, ids: readonly string[]): Promise<(Activity | undefined)[]> {
  const found = await systemOf(ctx).em.find(Activity, { id: oneOf(ids), removedAt: null, completedAt: null });
  return ids.map((wantedId) => found.find(({ id }) => id === wantedId));
}

/** How an account was doing on its last days, the oldest first. */
export async function trendOf(ctx: Context, { tenantId }: Account, days: number): Promise<AccountDay[]> {
  const found = await systemOf(ctx).em.find(AccountDay, { tenantId }, { orderBy: { date: 'desc' }, limit: days });
  return found.toReversed();
}
