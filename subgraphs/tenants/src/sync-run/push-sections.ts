import { isDeepStrictEqual } from 'node:util';
import type { PushedCategory } from './catalogue.ts';
import { ExternalId } from './external-id.ts';
import { type Failure, idTaken, type Job, keepPage, pieces } from './job.ts';
import { keepLinks, type Link } from './links.ts';
import { nothing } from './merge.ts';
import { itemRefused } from './sync-reason.ts';
import type { SyncStep } from './sync-run.ts';

const BATCH = 200;

/** Our sections go to the product: those it does not know, and those that changed or are gone. */
export async function pushSections(job: Job, step: SyncStep): Promise<void> {
  const { work, menu, catalogue, settings } = job;
  const sections = await menu.sections();
  const known = await work.inRun(({ em }) => em.find(ExternalId, { system: settings.product, kind: 'SECTION' }));
  const links = new Map(known.map((link) => [link.localId, link]));
  const told = new Map(sections.map(({ id, names }, position) => [id, { name: names, position }]));
  const batch: PushedCategory[] = [];
  // What another worker has brought over has its link by now, and is not counted again.
  step.seen = told.size;
  for (const [reference, facts] of told) {
    const link = links.get(reference);
    if (link && !settings.isWhole && isDeepStrictEqual(link.told, facts)) continue;
    batch.push({ reference, id: link?.externalId, ...facts });
  }
  for (const link of known.filter(({ localId }) => !told.has(localId)))
    batch.push({ reference: link.localId, id: link.externalId, deleted: true });

  const system = settings.product;
  for (const { some } of pieces(batch, BATCH)) {
    const outcomes = await catalogue.pushCategories(some);
    const failures: Failure[] = [];
    const [kept, gone]: [Link[], string[]] = [[], []];
    for (const { reference, id, why } of outcomes) {
      const link = links.get(reference);
      const facts = told.get(reference);
      if (why || !id) failures.push({ localId: reference, externalId: id, ...(why ?? itemRefused(undefined)) });
      else if (!facts) gone.push(reference);
      else if (!link || link.externalId !== id || !isDeepStrictEqual(link.told, facts)) {
        kept.push({ localId: reference, externalId: id, agreed: nothing, told: facts });
        step[link ? 'updated' : 'created'] += 1;
      }
    }
    step.removed += gone.length;
    await keepPage(job, { step, after: 'the others', failures }, async (ctx) => {
      const whose = { tenantId: work.tenantId, system, kind: 'SECTION' as const };
      const others = await keepLinks(ctx, whose, kept);
      if (gone.length > 0) await ctx.em.nativeDelete(ExternalId, { ...whose, localId: { $in: gone } });
      for (const { localId } of others) step[links.has(localId) ? 'updated' : 'created'] -= 1;
      return others.map(idTaken);
    });
  }
}
