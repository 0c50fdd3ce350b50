import type { Context } from '@mycelium/kit/context';
import { Forbidden, NotFound } from '@mycelium/kit/errors';
import { personal } from '@mycelium/kit/personal';
import { validate as isUuid } from 'uuid';
import { belongings } from '../merge/move-rows.ts';
import { feedOf, type SidedRow } from '../side/side.ts';
import type { ContactRecord } from './contact.ts';

/** Of each thing the newest so many: a record is for a person to read. */
const MOST = 5_000;

type Columns = Record<string, unknown>;

/**
 * All that the CRM keeps of one person, also of one who was removed: what belongs to a contact as merges know it. Throws
 * Forbidden for who may not see how people are reached. It is recorded once that it was shown.
 */
export async function exportContact(ctx: Context, id: string): Promise<ContactRecord> {
  if (!ctx.viewer.scopes.includes('pii:read')) throw new Forbidden('A record shows how somebody is reached.');
  const [contact] = isUuid(id) ? await rowsOf(ctx, 'contact', `r.id = ?`, id) : [];
  if (!contact) throw new NotFound('Contact', id);
  const record: Record<string, unknown> = { exportedAt: new Date().toISOString(), contact: shown(ctx, contact) };
  for (const { table, column, only } of belongings) {
    const kind = only?.includes('subject_kind') ? ` and r.subject_kind = 'CONTACT'` : '';
    const rows = await rowsOf(ctx, table, `r.${column} = ?${kind}`, id);
    record[table] = rows.map((row) => shown(ctx, row));
  }
  const owner = { side: contact.side as SidedRow['side'], tenantId: String(contact.tenant_id) };
  const json = JSON.stringify(record, null, 2);
  return {
    fileName: `contact-${id}.json`,
    json: personal(ctx, { noun: 'Contact', nounId: id, field: 'record', logOf: feedOf(owner) }, json, String),
  };
}

async function rowsOf({ em }: Context, table: string, where: string, id: string): Promise<Columns[]> {
  const rows = await em.execute<{ row: Columns }[]>(
    `select to_jsonb(r) as row from crm.${table} r where ${where} order by r.created_at desc, r.id desc limit ${MOST}`,
    [id],
  );
  return rows.map(({ row }) => row);
}

/** A row without what only the database needs: indexes, and the tenant. What is sealed is opened. */
function shown({ vault }: Context, row: Columns): Columns {
  const columns = Object.entries(row).filter(([name]) => !/_index$|^tenant_id$/.test(name));
  return Object.fromEntries(
    columns.map(([name, value]) =>
      name.startsWith('sealed_') && typeof value === 'string'
        ? [name.replace('sealed_', ''), vault.open(value)]
        : [name, value],
    ),
  );
}
