import { createHash } from 'node:crypto';
import type { Context } from '@mycelium/kit/context';

/** Whether a contact has a note that says just this already. */
export type KnownNotes = (contactId: string | undefined, content: string) => boolean;

/** Which notes contacts have, by digests: the texts themselves may be many megabytes. */
export async function knownNotes(ctx: Context, tenantId: string, contactIds: readonly string[]): Promise<KnownNotes> {
  const found =
    contactIds.length === 0
      ? []
      : await ctx.em.execute<{ key: string }[]>(
          `select subject_id || ' ' || encode(sha256(convert_to(content, 'UTF8')), 'hex') as key from crm.note
           where tenant_id = ? and subject_kind = 'CONTACT' and removed_at is null
             and subject_id in (select value::uuid from jsonb_array_elements_text(?::jsonb))`,
          [tenantId, JSON.stringify(contactIds)],
        );
  const keys = new Set(found.map(({ key }) => key));
  return (contactId, content) =>
    contactId !== undefined && keys.has(`${contactId} ${createHash('sha256').update(content).digest('hex')}`);
}
