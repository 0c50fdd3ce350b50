import type { Context } from '@mycelium/kit/context';
import { oneOf } from '@mycelium/kit/crud';
import { Contact } from '../contact/contact.ts';
import type { SidedRow } from '../side/side.ts';
import type { ContactKey } from './same-contact.ts';

/** A contact that is there and has one of these keys. */
interface Found {
  id: string;
  index: string;
}

/** What very many share is no sign of one of them. */
export const MOST_OF_ONE_KEY = 50;

const values = (list: readonly string[]): string => JSON.stringify([...new Set(list)]);
const ofWays = (table: string, column: string): string => `select w.id, k.index
  from jsonb_array_elements_text(?::jsonb) as k (index), lateral (
    select w.contact_id as id from crm.${table} w join crm.contact c on c.id = w.contact_id
    where w.tenant_id = ? and w.side = ? and w.${column} = k.index and c.removed_at is null limit ${MOST_OF_ONE_KEY}
  ) w`;
const statements: Record<ContactKey['of'], string> = {
  reference: `select r.id, k.index from jsonb_array_elements_text(?::jsonb) as k (index), lateral (
    select c.id from crm.contact_reference r join crm.contact c on c.id = r.contact_id
    where r.tenant_id = ? and r.side = ? and r.system = split_part(k.index, ' ', 1)
      and r.external_id = substr(k.index, length(split_part(k.index, ' ', 1)) + 2) and c.removed_at is null
  ) r`,
  mail: ofWays('contact_mail', 'mailbox_index'),
  phone: ofWays('contact_phone', 'line_index'),
  name: `select c.id, k.index from jsonb_array_elements_text(?::jsonb) as k (index), lateral (
    select id from crm.contact c
    where c.tenant_id = ? and c.side = ? and c.name = k.index and c.removed_at is null limit ${MOST_OF_ONE_KEY}
  ) c`,
};

export interface Known {
  contacts: ReadonlyMap<string, Contact>;
  /** The ids of those who have each index, the oldest first. */
  byIndex: ReadonlyMap<string, string[]>;
}

/** The contacts of a book that have one of these keys or ids, with their ways loaded. */
export async function knownContacts(
  ctx: Context,
  { tenantId, side }: Pick<SidedRow, 'tenantId' | 'side'>,
  keys: readonly ContactKey[],
  ids: readonly string[] = [],
): Promise<Known> {
  const found = (
    await Promise.all(
      Object.entries(statements).map(([of, sql]) => {
        const indexes = keys.filter((key) => key.of === of).flatMap((key) => key.indexes);
        return indexes.length > 0 ? ctx.em.execute<Found[]>(sql, [values(indexes), tenantId, side]) : [];
      }),
    )
  ).flat();
  const all = [...new Set([...found.map(({ id }) => id), ...ids])];
  const where = { id: oneOf(all), tenantId, side, removedAt: null };
  const contacts =
    all.length > 0 ? await ctx.em.find(Contact, where, { populate: ['mails', 'phones', 'references'] }) : [];
  const byIndex = Map.groupBy(found, ({ index }) => index);
  return {
    contacts: new Map(contacts.map((contact) => [contact.id, contact])),
    byIndex: new Map([...byIndex].map(([index, some]) => [index, some.map(({ id }) => id).toSorted()])),
  };
}
