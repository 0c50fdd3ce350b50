import type { Context } from '@mycelium/kit/context';
import type { Contact } from '../contact/contact.ts';
import type { SidedRow } from '../side/side.ts';
import { DuplicateRank, type Evidence, rankOf } from './rank.ts';

interface Candidate extends Evidence {
  id: string;
  of: string;
}

interface Pair extends Pick<Evidence, 'sameMail' | 'samePhone' | 'likeness'> {
  one: string;
  other: string;
  rank: DuplicateRank;
  order: number;
}

const firsts: Record<DuplicateRank, number> = {
  [DuplicateRank.DUPLICATE]: 0,
  [DuplicateRank.LIKELY]: 1_000,
  [DuplicateRank.SHARED]: 2_000,
};

// As one array, for which both indexes are used.
const ofThese = '= any(array(select value::uuid from jsonb_array_elements_text(?::jsonb)))';

/** Looks for those that may be the same as a contact that was written, with the transaction; what people have said stays. */
export function findDuplicates(ctx: Context, { id, tenantId, side }: Contact): Promise<void> {
  return findAllDuplicates(ctx, { tenantId, side }, [id]);
}

/** The same of several contacts of one book. */
export async function findAllDuplicates(
  ctx: Context,
  { tenantId, side }: Pick<SidedRow, 'tenantId' | 'side'>,
  ids: readonly string[],
): Promise<void> {
  const all = JSON.stringify(ids);
  const candidates = await ctx.em.execute<Candidate[]>(
    `select me.id::text as of, found.* from jsonb_array_elements_text(?::jsonb) as me (id), lateral crm.candidates_of(me.id::uuid) found`,
    [all],
  );
  // Two of these may each have found the other.
  const pairs = new Map(candidates.flatMap(pairOf).map((pair) => [`${pair.one} ${pair.other}`, pair]));
  await ctx.em.execute(
    `with found as (
       select * from jsonb_to_recordset(?::jsonb)
         as pair (one uuid, other uuid, rank text, "order" int, "sameMail" boolean, "samePhone" boolean, likeness float8)
     ), gone as (
       update crm.duplicate d set is_open = false, updated_at = now()
       where (d.one_id ${ofThese} or d.other_id ${ofThese}) and d.is_open
         and not exists (select from found f where f.one = d.one_id and f.other = d.other_id)
     )
     insert into crm.duplicate (id, tenant_id, side, one_id, other_id, rank, "order", same_mail, same_phone, likeness, is_open)
     select gen_random_uuid(), ?, ?, one, other, rank, "order", "sameMail", "samePhone", likeness, true from found
     on conflict (one_id, other_id) do update set rank = excluded.rank, "order" = excluded."order",
       same_mail = excluded.same_mail, same_phone = excluded.same_phone, likeness = excluded.likeness,
       is_open = duplicate.dismissed_by is null, updated_at = now()`,
    [JSON.stringify([...pairs.values()]), all, all, tenantId, side],
  );
}

function pairOf({ id, of, ...evidence }: Candidate): Pair[] {
  const rank = rankOf(evidence);
  if (!rank) return [];
  const [one = '', other = ''] = [id, of].toSorted();
  const { sameMail, samePhone, likeness } = evidence;
  const order = firsts[rank] + Math.round((1 - likeness) * 999);
  return [{ one, other, rank, order, sameMail, samePhone, likeness }];
}

/** A contact that is gone is the same as nobody. */
export function forgetDuplicates(ctx: Context, { id }: Pick<Contact, 'id'>): Promise<void> {
  return forgetAllDuplicates(ctx, [id]);
}

/** The same of several. */
export async function forgetAllDuplicates({ em }: Context, ids: readonly string[]): Promise<void> {
  const all = JSON.stringify(ids);
  await em.execute(
    `update crm.duplicate set is_open = false, updated_at = now() where is_open and (one_id ${ofThese} or other_id ${ofThese})`,
    [all, all],
  );
}
