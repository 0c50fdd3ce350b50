import type { Client } from 'pg';

const FIRST =
  'Ana José María Luis Carmen Jesús Rosa Ángel Lucía Íñigo Sofía Raúl Elif İpek Çağla Ömer John Mary Chloë André';
const LAST =
  'Muñoz García López Pérez Núñez Hernández Yılmaz Şahin Öztürk Smith Brown Ibáñez Castañeda Peña Quiñones Zúñiga Beltrán Córdova Rincón Fuentes';
const WORDS =
  'tortillas limones mezcal entrega factura pedido cerveza mantel aguacate horno maíz carbón vajilla hielo pago';

/** Gives a tenant this many contacts, notes and activities each, as they are found in a search, past the graph. */
export async function fillSearch(database: Client, tenantId: string, each: number): Promise<void> {
  const name = `first[1 + n % 20] || ' ' || last[1 + n / 20 % 20] || ' ' || last[1 + n / 400 % 20] || ' ' || n / 8000`;
  await database.query(
    `insert into crm.search_entry (id, tenant_id, side, kind, thing_id, title, body)
     select gen_random_uuid(), $1, 'TENANT', kind, gen_random_uuid(), case kind when 'CONTACT' then ${name}
       else word[1 + n % 15] || ' ' || word[1 + n / 15 % 15] || ' ' || last[1 + n / 225 % 20] || ' ' || n / 4500 end,
       word[1 + n / 7 % 15] || ' ' || word[1 + n / 11 % 15] || ' ' || n
     from (select string_to_array($2, ' ') as first, string_to_array($3, ' ') as last, string_to_array($4, ' ') as word) w,
       unnest(array['CONTACT', 'NOTE', 'ACTIVITY']) kind, generate_series(1, $5::int) n`,
    [tenantId, FIRST, LAST, WORDS, each],
  );
  await database.query('vacuum analyze crm.search_entry');
}

/** Gives a subject a timeline of so many entries, past the graph. */
export async function fillTimeline(
  database: Client,
  tenantId: string,
  subjectId: string,
  entries: number,
): Promise<void> {
  await database.query(
    `insert into crm.timeline_entry (id, tenant_id, side, subject_kind, subject_id, kind, at, event_id, source, actor_kind,
       actor_id, correlation_id, facts)
     select gen_random_uuid(), $1, 'TENANT', 'CONTACT', $2, 'NOTE_WRITTEN', now() - n * interval '1 minute',
       gen_random_uuid(), 'crm', 'user', gen_random_uuid()::text, gen_random_uuid()::text, '{}'
     from generate_series(1, $3::int) n`,
    [tenantId, subjectId, entries],
  );
  await database.query('vacuum analyze crm.timeline_entry');
}

/** Gives a tenant's person so many activities of whose reminders the moment has come, past the graph. */
export async function fillReminders(
  database: Client,
  tenantId: string,
  assigneeId: string,
  activities: number,
): Promise<void> {
  await database.query(
    `insert into crm.activity (id, tenant_id, side, type, subject_kind, subject_id, title, assignee_id, due_at, day_zone,
       due_order, remind_at, tags)
     select gen_random_uuid(), $1, 'TENANT', 'CALL', 'TENANT', $1, 'Call ' || n, $2, now(), 'UTC', now(), now(), '{}'
     from generate_series(1, $3::int) n`,
    [tenantId, assigneeId, activities],
  );
  await database.query('analyze crm.activity');
}
