import { asSystem } from '@mycelium/kit/as-system';
import type { Context } from '@mycelium/kit/context';
import { legibleJson } from '@mycelium/kit/legible';
import { groupOf, type Notice } from '@mycelium/schema/notices';
import { noticeReceived } from '@mycelium/schema/subgraphs/tenants';
import { v7 as uuidv7 } from 'uuid';
import type { EmailText } from '../mail/emails.ts';
import { type Reader, readerOf } from '../mail/reader.ts';
import { queueMail } from '../mail/send-mail.ts';
import { wantsEmail } from '../preferences/preferences.ts';
import type { Tenant } from '../tenant/tenant.ts';
import type { User } from '../user/user.ts';

/** So many of a person's notices in a tenant are kept: the newest. */
export const MOST_KEPT = 500;
/** Who was notified more often than that within an hour finds the rest under the bell, and gets no more e-mails. */
export const MOST_EMAILS = 30;

/** A notice for somebody who works for the tenant. */
export interface Addressed {
  user: User;
  notice: Omit<Notice, 'userId'>;
}

export type WriteEmail = (notice: Addressed['notice'], reader: Reader) => EmailText;

/**
 * Keeps notices of one tenant, each once for its person and key, notifies their people, and writes e-mails to those who want
 * them; all with the transaction. Answers the ids of those that are new, and how many e-mails there are.
 */
export async function keepNotices(
  ctx: Context,
  tenant: Tenant,
  addressed: readonly Addressed[],
  write: WriteEmail,
): Promise<{ ids: string[]; emails: number }> {
  const known = new Map(addressed.map((each) => [uuidv7(), each]));
  const ids = await insert(ctx, tenant.id, known);
  const fresh = ids.flatMap((id) => known.get(id) ?? []);
  const users = [...new Set(fresh.map(({ user }) => user.id))];
  await forgetBeyond(ctx, tenant.id, users);
  const lately = await countLately(ctx, tenant.id, users);
  for (const id of ids) {
    const { user } = known.get(id) ?? {};
    if (user) ctx.publish(noticeReceived, { noticeId: id, userId: user.id }, tenant.id);
  }
  const wanted = fresh.filter(
    ({ user, notice }) => wantsEmail(user, groupOf(notice.kind)) && (lately.get(user.id) ?? 0) <= MOST_EMAILS,
  );
  for (const { user, notice } of wanted) queueMail(ctx, user.email, write(notice, readerOf(user, tenant)), tenant.id);
  return { ids, emails: wanted.length };
}

/** As the system: whoever notifies somebody may not see what they were notified of. */
async function insert(ctx: Context, tenantId: string, notices: ReadonlyMap<string, Addressed>): Promise<string[]> {
  const rows = [...notices].map(([id, { user, notice }]) => ({
    id,
    user_id: user.id,
    once_key: notice.onceKey,
    ...notice,
  }));
  const inserted = await asSystem(ctx).execute<{ id: string }[]>(
    `insert into tenants.notice (id, created_at, updated_at, version, tenant_id, user_id, kind, path, "values", once_key)
     select id, now(), now(), 1, ?, user_id, kind, path, "values", once_key
     from jsonb_to_recordset(?::jsonb) as told (id uuid, user_id uuid, kind text, path text, "values" jsonb, once_key text)
     order by user_id, once_key on conflict (tenant_id, user_id, once_key) do nothing returning id`,
    [tenantId, legibleJson(rows)],
  );
  return inserted.map(({ id }) => id);
}

async function forgetBeyond(ctx: Context, tenantId: string, users: readonly string[]): Promise<void> {
  await asSystem(ctx).execute(
    `delete from tenants.notice where id in (
       select id from (
         select id, row_number() over (partition by user_id order by id desc) as place from tenants.notice
         where tenant_id = ? and user_id in (select value::uuid from jsonb_array_elements_text(?::jsonb))
       ) ranked where place > ?
     )`,
    [tenantId, JSON.stringify(users), MOST_KEPT],
  );
}

async function countLately(
  ctx: Context,
  tenantId: string,
  users: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const counts = await asSystem(ctx).execute<{ user_id: string; count: string }[]>(
    `select user_id, count(*) from tenants.notice
     where tenant_id = ? and user_id in (select value::uuid from jsonb_array_elements_text(?::jsonb)) and created_at > now() - interval '1 hour' group by user_id`,
    [tenantId, JSON.stringify(users)],
  );
  return new Map(counts.map(({ user_id: userId, count }) => [userId, Number(count)]));
}
