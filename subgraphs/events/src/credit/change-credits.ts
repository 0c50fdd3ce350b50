import { LockMode, ref } from '@mikro-orm/core';
import { ownTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { create } from '@mycelium/kit/crud';
import { Conflict, Forbidden, Invalid } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { creditAllocated, creditConsumed } from '@mycelium/schema/subgraphs/events';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { CreditAccount } from './credit-account.ts';
import { CreditEntry, CreditKind } from './credit-entry.ts';

export interface CreditRequest {
  application: string;
  entityId?: string;
  amount: number;
  purpose?: string;
  idempotencyKey: string;
}

/** The largest balance: as much as the graph's whole numbers can say. */
const MOST = 2_147_483_647;

const requestSchema = z.object({
  application: z.enum(
    ['crm', 'hr', 'affiliate', 'system'],
    'Credits are for an application of the suite: crm, hr, affiliate or system',
  ),
  entityId: z
    .string()
    .trim()
    .min(1, 'An entity is not empty; leave it out for none')
    .max(200, 'An entity has at most 200 characters')
    .nullish(),
  amount: z.int().min(1, 'An amount is at least 1').max(1_000_000_000, 'An amount is at most 1,000,000,000'),
  purpose: z
    .string()
    .trim()
    .min(1, 'A purpose is not empty; leave it out for none')
    .max(200, 'A purpose has at most 200 characters')
    .nullish(),
  idempotencyKey: z.string().min(1, 'A key has at least 1 character').max(200, 'A key has at most 200 characters'),
});

/** Gives credits to an application; who speaks for one gives none. */
export function allocateCredits(ctx: Context, request: CreditRequest): Promise<CreditEntry> {
  const { viewer } = ctx;
  if (viewer.application)
    throw new Forbidden(`This key acts for ${viewer.application}, which cannot allocate credits.`);
  return changeCredits(ctx, request, CreditKind.ALLOCATED);
}

/** Takes credits from an application; a key takes those of its own. */
export function consumeCredits(ctx: Context, request: CreditRequest): Promise<CreditEntry> {
  const { viewer } = ctx;
  if (viewer.application && viewer.application !== request.application)
    throw new Forbidden(`This key acts for ${viewer.application}, not for ${request.application.slice(0, 40)}.`);
  return changeCredits(ctx, request, CreditKind.CONSUMED);
}

/** One line of the ledger, the new balance and the event that says so, or none of them. The account is locked, so that its lines follow each other. */
async function changeCredits(ctx: Context, request: CreditRequest, kind: CreditKind): Promise<CreditEntry> {
  const given = parseInput(requestSchema, request, []);
  const { application, amount, idempotencyKey } = given;
  const [entityId, purpose] = [given.entityId ?? undefined, given.purpose ?? undefined];
  const account = await lockAccount(ctx, application, entityId);
  const known = await ctx.em.findOne(CreditEntry, { account, idempotencyKey });
  if (known) {
    if (known.kind === kind && known.amount === amount && (known.purpose ?? undefined) === purpose) return known;
    throw new Conflict('This idempotency key was already used for something else.', {
      reason: 'KEY_USED',
      entryId: known.id,
    });
  }
  const balance = account.balance + (kind === CreditKind.ALLOCATED ? amount : -amount);
  if (balance < 0)
    throw new Conflict(`The balance is ${account.balance}; you asked for ${amount}.`, {
      reason: 'TOO_FEW_CREDITS',
      balance: account.balance,
    });
  if (balance > MOST)
    throw new Invalid(`An account holds at most ${MOST} credits.`, ['amount'], {
      reason: 'TOO_LARGE',
      limit: MOST - account.balance,
    });
  account.balance = balance;
  const type = kind === CreditKind.ALLOCATED ? creditAllocated : creditConsumed;
  const eventId = ctx.publish(type, { application, entityId, amount, balance, purpose });
  const actor = { kind: ctx.viewer.kind, id: ctx.viewer.id };
  const entry = create(ctx, CreditEntry, {
    ...{ account: ref(account), kind, amount, balanceAfter: balance, purpose, actor, idempotencyKey, eventId },
  });
  await ctx.em.flush();
  return entry;
}

async function lockAccount(ctx: Context, application: string, entity = ''): Promise<CreditAccount> {
  await ctx.em.execute(
    `insert into events.credit_account (id, tenant_id, application, entity, balance) values (?, ?, ?, ?, 0)
     on conflict (tenant_id, application, entity) do nothing`,
    [uuidv7(), ownTenant(ctx), application, entity],
  );
  const lockMode = LockMode.PESSIMISTIC_WRITE;
  return ctx.em.findOneOrFail(CreditAccount, { application, entity }, { lockMode, refresh: true });
}
