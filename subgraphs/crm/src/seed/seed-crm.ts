import type { DemoCrm, DemoTold } from '@mycelium/database/seed-crm';
import type { DemoPipeline } from '@mycelium/database/seed-pipeline';
import { ownTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { z } from 'zod';
import { Contact } from '../contact/contact.ts';
import { Side } from '../side/side.ts';
import { keepTags } from '../tag/keep-tags.ts';
import { EntryKind } from '../timeline/timeline-entry.ts';
import { actorOf, type DemoPerson, type Making, momentOf, subjectOf, writeEntry } from './making.ts';
import { seedActivity } from './seed-activity.ts';
import { seedContacts } from './seed-contacts.ts';
import { seedNote } from './seed-note.ts';
import { seedPartner } from './seed-partner.ts';
import { seedPipeline } from './seed-pipeline.ts';

/** Makes what a demo tenant's CRM has in it, unless it has, or had, any contact; people are named by their e-mail addresses. */
export async function seedCrm(
  ctx: Context,
  demo: DemoCrm,
  people: ReadonlyMap<string, DemoPerson>,
  timeZone: string,
  pipeline: DemoPipeline | null = null,
): Promise<void> {
  if ((await ctx.em.count(Contact, { tenantId: ownTenant(ctx) })) > 0) return;
  const tags = [demo.contacts, demo.activities, demo.notes, pipeline?.opportunities ?? []].flatMap((each) =>
    each.flatMap((row) => row.tags),
  );
  await keepTags(ctx, { tenantId: ownTenant(ctx), side: Side.TENANT }, [...new Set(tags)]);
  const making: Making = { ctx, people, timeZone, contactIds: new Map() };
  await seedContacts(making, demo.contacts);
  for (const activity of demo.activities) await seedActivity(making, activity);
  for (const note of demo.notes) await seedNote(making, note);
  for (const partner of demo.partners) await seedPartner(making, partner);
  if (pipeline) await seedPipeline(making, pipeline);
  for (const told of demo.told) writeTold(making, told);
}

const kindSchema = z.enum(EntryKind);

/** What the bus would have told. */
function writeTold(making: Making, { kind, source, about, facts, at }: DemoTold): void {
  const what = { kind: kindSchema.parse(kind), subject: subjectOf(making, about), facts };
  writeEntry(making, { ...what, at: momentOf(making, at), from: source, actor: actorOf(making, undefined) });
}
