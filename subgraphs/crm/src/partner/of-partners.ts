import { batched } from '@mycelium/kit/batched';
import type { Context } from '@mycelium/kit/context';
import { oneOf } from '@mycelium/kit/crud';
import type { Money } from '@mycelium/kit/money';
import { AffiliateAccountRow } from '../affiliate/affiliate-account.ts';
import { Partner } from './partner.ts';

/** What a partner was paid, one sum for each currency; of all partners of one call in one statement. */
export function paidOutOf(ctx: Context, partner: Partner): Promise<Money[]> {
  return batched(ctx, partner, sumsOf);
}

/** Their account, where affiliate is at home. */
export function accountOf(ctx: Context, partner: Partner): Promise<AffiliateAccountRow | undefined> {
  return batched(ctx, partner, accountsOf);
}

/** The partner that a contact is, of all contacts of one call in one statement. */
export function partnerOf(ctx: Context, contactId: string): Promise<Partner | undefined> {
  return batched(ctx, contactId, partnersOf);
}

async function partnersOf({ em }: Context, ids: readonly string[]): Promise<(Partner | undefined)[]> {
  const partners = await em.find(Partner, { contact: oneOf(ids), removedAt: null });
  return ids.map((id) => partners.find(({ contact }) => contact.id === id));
}

async function sumsOf({ em }: Context, partners: readonly Partner[]): Promise<Money[][]> {
  const sums = await em.execute<{ partner_id: string; currency: string; amount: string }[]>(
    `select partner_id, currency, sum(amount)::text as amount from crm.payout where partner_id = any(?::uuid[])
     group by partner_id, currency order by currency`,
    [`{${partners.map(({ id }) => id).join(',')}}`],
  );
  return partners.map(({ id }) =>
    sums
      .filter(({ partner_id }) => partner_id === id)
      .map(({ amount, currency }) => ({ amount: Number(amount), currency })),
  );
}

async function accountsOf({ em }: Context, partners: readonly Partner[]): Promise<(AffiliateAccountRow | undefined)[]> {
  const ids = partners.flatMap(({ affiliateAccountId }) => affiliateAccountId ?? []);
  const accounts = await em.find(AffiliateAccountRow, { id: oneOf(ids) });
  return partners.map(({ affiliateAccountId }) => accounts.find(({ id }) => id === affiliateAccountId));
}
