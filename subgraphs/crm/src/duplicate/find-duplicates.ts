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
export async function findDuplicates(ctx: Context, { id, tenantId, side }: Contact): Promise<void> {
  const candidates = await ctx.em.execute<Candidate[]>('select ?::text as of, * from crm.candidates_of(?)', [id, id]);
  await keepPairs(ctx, { tenantId, side }, [id], candidates, 'true');
}

/**
 * The same of many contacts of one book, in a time that does not grow with the book: of names only those with the same words
 * are compared. Who was found before by a name that is nearly the same stays.
 */
export async function findAllDuplicates(
  ctx: Context,
  book: Pick<SidedRow, 'tenantId' | 'side'>,
  ids: readonly string[],
): Promise<void> {
  const candidates = await ctx.em.execute<Candidate[]>(
    'select * from crm.candidates_of_all(array(select value::uuid from jsonb_array_elements_text(?::jsonb)))',
    [JSON.stringify(ids)],
  );
  await keepPairs(ctx, book, ids, candidates, 'd.same_mail or d.same_phone');
}

/** Keeps what was found of these; of what was open and was not found again, what may be gone is. */
async function keepPairs(
  ctx: Context,
  { tenantId, side }: Pick<SidedRow, 'tenantId' | 'side'>,
  ids: readonly string[],
  candidates: readonly Candidate[],
  mayBeGone: string,
): Promise<void> {
  const all = JSON.stringify(ids);
  // Two of these may each have found the other.
  const pairs = new Map(candidates.flatMap(pairOf).map((pair) => [`${pair.one} ${pair.other}`, pair]));
  await ctx.em.execute(
    `with found as (
       select * from jsonb_to_recordset(?::jsonb)
         as pair (one uuid, other uuid, rank text, "order" int, "sameMail" boolean, "samePhone" boolean, likeness float8)
     ), gone as (
       update crm.duplicate d set is_open = false, updated_at = now()
       where (d.one_id ${ofThese} or d.other_id ${ofThese}) and d.is_open and (${mayBeGone})
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
