import type { Context } from '@mycelium/kit/context';
import { unchanged, update } from '@mycelium/kit/crud';
import { parseInput } from '@mycelium/kit/input';
import { platformBook } from '@mycelium/schema/platform-book';
import { accountUpdated } from '@mycelium/schema/subgraphs/crm';
import { checkReader } from '../people/people.ts';
import { Side } from '../side/side.ts';
import { SubjectKind } from '../subject/subject.ts';
import { tell } from '../timeline/tell.ts';
import { EntryKind } from '../timeline/timeline-entry.ts';
import { Account } from './account.ts';
import { type UpdateAccountInput, updateAccountSchema } from './account-input.ts';
import { assess } from './assess.ts';

/** Puts an account into another stage or gives it to somebody else, and says so on the tenant's timeline. Throws Conflict when it was changed meanwhile. */
export async function updateAccount(ctx: Context, id: string, input: UpdateAccountInput): Promise<Account> {
  const { version, stage, ownerId } = parseInput(updateAccountSchema, input);
  await checkReader(ctx, Side.PLATFORM, ownerId, ['input', 'ownerId']);
  const before = await ctx.em.findOne(Account, { id });
  const { stage: from, ownerId: owner } = before ?? {};
  const patch = { stage: stage ?? undefined, ownerId };
  let eventId: string | undefined;
  const account = await update(ctx, Account, { id, version }, patch, () => {
    eventId = ctx.publish(accountUpdated, { accountId: id }, platformBook);
  });
  if (!eventId) return unchanged(ctx, account);
  const { tenantId } = account;
  const told = { subject: { kind: SubjectKind.TENANT, id: tenantId }, side: Side.PLATFORM, tenantId };
  if (account.stage !== from)
    await tell(
      ctx,
      {
        ...told,
        kind: EntryKind.ACCOUNT_STAGE_CHANGED,
        facts: { accountStageBefore: String(from), accountStage: account.stage },
      },
      eventId,
    );
  else if (account.ownerId !== owner)
    await tell(ctx, { ...told, kind: EntryKind.ACCOUNT_GIVEN, facts: { ownerId: account.ownerId ?? '' } }, eventId);
  await assess(ctx, [tenantId]);
  await ctx.em.refresh(account);
  return account;
}
