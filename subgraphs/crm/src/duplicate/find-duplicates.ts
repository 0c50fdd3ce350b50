import type { Context } from '@mycelium/kit/context';
import type { Contact } from '../contact/contact.ts';
import { DuplicateRank, type Evidence, rankOf } from './rank.ts';

interface Candidate extends Evidence {
  id: string;
}

const firsts: Record<DuplicateRank, number> = {
  [DuplicateRank.DUPLICATE]: 0,
  [DuplicateRank.LIKELY]: 1_000,
  [DuplicateRank.SHARED]: 2_000,
};

/** Looks for those that may be the same as a contact that was written, with the transaction; what people have said stays. */
export async function findDuplicates(ctx: Context, { id, tenantId, side }: Contact): Promise<void> {
  const candidates = await ctx.em.execute<Candidate[]>('select * from crm.candidates_of(?)', [id]);
  const pairs = candidates.flatMap(({ id: with_, ...evidence }) => {
    const rank = rankOf(evidence);
    if (!rank) return [];
    const [one, other] = [id, with_].toSorted();
    const { sameMail, samePhone, likeness } = evidence;
    return [
      { one, other, rank, order: firsts[rank] + Math.round((1 - likeness) * 999), sameMail, samePhone, likeness },
    ];
  });
  await ctx.em.execute(
    `with found as (
       select * from jsonb_to_recordset(?::jsonb)
         as pair (one uuid, other uuid, rank text, "order" int, "sameMail" boolean, "samePhone" boolean, likeness float8)
     ), gone as (
       update crm.duplicate d set is_open = false, updated_at = now()
       where (d.one_id = ? or d.other_id = ?) and d.is_open
         and not exists (select from found f where f.one = d.one_id and f.other = d.other_id)
     )
     insert into crm.duplicate (id, tenant_id, side, one_id, other_id, rank, "order", same_mail, same_phone, likeness, is_open)
     select gen_random_uuid(), ?, ?, one, other, rank, "order", "sameMail", "samePhone", likeness, true from found
     on conflict (one_id, other_id) do update set rank = excluded.rank, "order" = excluded."order",
       same_mail = excluded.same_mail, same_phone = excluded.same_phone, likeness = excluded.likeness,
       is_open = duplicate.dismissed_by is null, updated_at = now()`,
    [JSON.stringify(pairs), id, id, tenantId, side],
  );
}

/** A contact that is gone is the same as nobody. */
export async function forgetDuplicates(ctx: Context, { id }: Contact): Promise<void> {
  await ctx.em.execute(
    'update crm.duplicate set is_open = false, updated_at = now() where (one_id = ? or other_id = ?) and is_open',
    [id, id],
  );
}
