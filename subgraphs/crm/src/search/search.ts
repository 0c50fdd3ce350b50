import { blindIndexes } from '@mycelium/kit/blind-index';
import type { Context } from '@mycelium/kit/context';
import { parseInput } from '@mycelium/kit/input';
import { cursorsOf } from '@mycelium/kit/list-cursor';
import { type PageArgs, pageArguments, pageOf } from '@mycelium/kit/page';
import { z } from 'zod';
import { readMails } from '../reach/mail-address.ts';
import { phoneIndexes } from '../reach/phone-indexes.ts';
import type { CrmThingPage } from './crm-thing.ts';
import type { FoundKind } from './search-entry.ts';

interface Row {
  kind: FoundKind;
  id: string;
  title: string;
  excerpt: string;
  score: number;
  total: string;
}

const textSchema = z.string().trim().max(200, 'A search has at most 200 characters');
const WORD = /[\p{L}\p{N}]+/gu;
/** More words narrow nothing down, and each costs. */
const MOST_WORDS = 12;

/** What fits a text, best first: all its words, each perhaps only begun, or nearly its title; or whose e-mail address or phone it is. */
export async function search(
  ctx: Context,
  tenantId: string,
  { text, kinds }: { text: string; kinds?: readonly FoundKind[] | null },
  { first, after }: PageArgs,
): Promise<CrmThingPage> {
  const most = parseInput(pageArguments, { first }, []).first;
  const asked = parseInput(textSchema, text, ['text']);
  const cursors = cursorsOf(ctx, ['search', tenantId, asked, kinds ?? null]);
  const [afterScore, afterId] = after == null ? [null, null] : (JSON.parse(cursors.read(after)) as [number, string]);
  const words = (asked.match(WORD) ?? []).slice(0, MOST_WORDS);
  const [mails, phones] = [mailIndexes(ctx, tenantId, asked), await phoneIndexes(ctx, tenantId, asked)];
  const wanted = { words, kinds: kinds ?? [], mails, phones, afterScore, afterId, most: most + 1 };
  const rows = await ctx.em.execute<Row[]>('select * from crm.search(?::jsonb)', [JSON.stringify(wanted)]);
  return pageOf(rows.slice(0, most).map(thingOf), cursors, {
    positionOf: ({ score, id }) => JSON.stringify([score, id]),
    hasNextPage: rows.length > most,
    hasPreviousPage: after != null,
    count: () => Number(rows[0]?.total ?? 0),
  });
}

const thingOf = ({ excerpt, ...row }: Row) => ({ ...row, excerpt: excerpt || undefined });

function mailIndexes({ vault }: Context, tenantId: string, text: string): string[] {
  const [address] = text.includes('@') ? readMails(text) : [];
  return address ? blindIndexes(vault, tenantId, 'email', address) : [];
}
