import type { Context } from '@mycelium/kit/context';

/** Has contacts who are partners found as such, by what they say now. */
export async function letPartnersBeFound({ em }: Context, ...contactIds: readonly string[]): Promise<void> {
  await em.execute(
    `insert into crm.search_entry (id, tenant_id, side, kind, thing_id, title, body)
     select gen_random_uuid(), p.tenant_id, p.side, 'PARTNER', p.id, c.name,
       concat_ws(e'\\n', c.company, c.role, nullif(array_to_string(c.tags, e'\\n'), ''))
     from crm.partner p join crm.contact c on c.id = p.contact_id
     where p.contact_id = any(array(select value::uuid from jsonb_array_elements_text(?::jsonb))) and p.removed_at is null
     on conflict (thing_id) do update set title = excluded.title, body = excluded.body, updated_at = now()
     where (search_entry.title, search_entry.body) is distinct from (excluded.title, excluded.body)`,
    [JSON.stringify(contactIds)],
  );
}
