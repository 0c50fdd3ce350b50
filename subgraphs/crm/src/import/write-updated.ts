import type { Context } from '@mycelium/kit/context';
import { whileItWorks } from '@mycelium/kit/imports/in-batches';
import { legibleJson } from '@mycelium/kit/legible';
import { sealBirthday } from '../contact/birthday.ts';
import { sealAddresses } from '../contact/write-contact.ts';
import { letPartnersBeFound } from '../partner/let-partners-be-found.ts';
import { EntryKind } from '../timeline/timeline-entry.ts';
import { type ContactFacts, saysTheSame } from './contact-facts.ts';
import type { Import } from './import.ts';
import { markWritten, refuseChanged, type WritableRow } from './planned-rows.ts';
import { takenReferences } from './taken-references.ts';
import { haveFound, tellWritten } from './tell-written.ts';
import { addMails, addNotes, addPhones, addReferences, newNotes, newWays } from './write-beside.ts';

type Known = WritableRow & { contactId: string; plan: { before: ContactFacts } };

/** Changes the contacts of some rows, those alone that nobody has changed since they were planned. Answers how many it wrote. */
export async function writeUpdated(ctx: Context, of: Import, rows: readonly WritableRow[]): Promise<number> {
  const unchanged = new Set(await lockUnchanged(ctx, rows));
  const taken = await takenReferences(ctx, of, rows);
  const known = rows.filter(
    (row): row is Known =>
      row.contactId !== undefined && row.plan.before !== undefined && unchanged.has(row.contactId) && !taken.has(row),
  );
  const isWritten = new Set<WritableRow>(known);
  await refuseChanged(
    ctx,
    of,
    rows.filter((row) => !isWritten.has(row)),
  );
  const versions = await writeFacts(ctx, known);
  const written = known.map((row) => writtenTo(ctx, of, row, versions.get(row.contactId) ?? 0));
  const ways = written.map((row) => row.ways);
  const notes = written.flatMap((row) => row.notes);
  await whileItWorks([
    () => addMails(ctx, of, ways),
    () => addPhones(ctx, of, ways),
    () => addReferences(ctx, of, ways),
    () => addNotes(ctx, of, notes),
    () => markWritten(ctx, written),
    () => haveFound(ctx, of, known),
    () => tellWritten(ctx, of, known, EntryKind.CONTACT_IMPORT_UPDATED),
    () => letPartnersBeFound(ctx, ...known.map(({ contactId }) => contactId)),
  ]);
  return known.length;
}

function writtenTo(ctx: Context, of: Import, row: Known, contactVersion: number) {
  const { id, contactId, plan } = row;
  const { before, after } = plan;
  const ways = newWays(ctx, of, {
    ...{ contactId, mails: after.mails, phones: after.phones, references: after.references },
    before: {
      ...{ mails: before.mails.length, phones: before.phones.length },
      references: before.references?.length ?? 0,
    },
  });
  const notes = newNotes(row);
  const addedIds = [...ways.mails, ...ways.phones, ...ways.references, ...notes].map((added) => added.id);
  return { id, contactId, contactVersion, addedIds, ways, notes };
}

/** Who of them is as they were when they were planned; nobody changes these until the end of the transaction. */
async function lockUnchanged({ em }: Context, rows: readonly WritableRow[]): Promise<string[]> {
  const seen = rows.map(({ contactId, contactVersion }) => ({ id: contactId, version: contactVersion }));
  const found = await em.execute<{ id: string }[]>(
    `select c.id from crm.contact c join jsonb_to_recordset(?::jsonb) as seen (id uuid, version int) on seen.id = c.id
     where c.version = seen.version and c.removed_at is null order by c.id for update of c`,
    [JSON.stringify(seen)],
  );
  return found.map(({ id }) => id);
}

/** What contacts say from now on; answers their versions. What an import adds beside them raises these, too. */
export async function writeFacts(
  ctx: Context,
  rows: readonly { contactId: string; plan: { before: ContactFacts; after: ContactFacts } }[],
): Promise<ReadonlyMap<string, number>> {
  const facts = rows.map(({ contactId, plan: { before, after } }) => {
    const { kind, name, company, role, department, ownerId, tags, addresses, birthday, doNotContact } = after;
    return {
      ...{ id: contactId, kind, name, company, role, department, ownerId, tags },
      hasBirthday: birthday !== before.birthday,
      hasAddresses: !saysTheSame({ ...before, addresses }, before),
      addresses: sealAddresses(ctx, addresses),
      birthday: sealBirthday(ctx, birthday),
      ...{ isBarred: doNotContact !== undefined, reason: doNotContact?.reason },
    };
  });
  const written = await ctx.em.execute<{ id: string; version: number }[]>(
    `update crm.contact c set kind = f.kind, name = f.name, company = f.company, role = f.role, department = f.department,
       owner_id = f."ownerId", tags = f.tags, version = c.version + 1, updated_at = now(),
       sealed_birthday = case when f."hasBirthday" then f.birthday else c.sealed_birthday end,
       sealed_addresses = case when f."hasAddresses" then f.addresses else c.sealed_addresses end,
       do_not_contact_reason = case when f."isBarred" then f.reason end,
       do_not_contact_since = case when f."isBarred" then coalesce(c.do_not_contact_since, ?::timestamptz) end
     from jsonb_to_recordset(?::jsonb) as f (id uuid, kind text, name text, company text, role text, department text, "ownerId" uuid,
       tags text[], "hasAddresses" boolean, addresses text, "hasBirthday" boolean, birthday text, "isBarred" boolean, reason text)
     where c.id = f.id returning c.id, c.version`,
    [ctx.now(), legibleJson(facts)],
  );
  return new Map(written.map(({ id, version }) => [id, version]));
}
