import { isDeepStrictEqual } from 'node:util';
import type { PushedCategory } from './catalogue.ts';
import { ExternalId } from './external-id.ts';
import { type Failure, type Job, keepFailures, pieces } from './job.ts';
import { nothing } from './merge.ts';
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
  for (const [reference, facts] of told) {
    const link = links.get(reference);
    step.seen += 1;
    if (link && !settings.isWhole && isDeepStrictEqual(link.told, facts)) continue;
    batch.push({ reference, id: link?.externalId, ...facts });
  }
  for (const link of known.filter(({ localId }) => !told.has(localId)))
    batch.push({ reference: link.localId, id: link.externalId, deleted: true });

  for (const categories of pieces(batch, BATCH)) {
    const results = await catalogue.pushCategories(categories);
    const failures: Failure[] = [];
    await work.inRun(async ({ em }) => {
      const ids = results.map(({ reference }) => reference);
      const rows = await em.find(ExternalId, { system: settings.product, kind: 'SECTION', localId: { $in: ids } });
      const byId = new Map(rows.map((row) => [row.localId, row]));
      for (const { reference, id, error } of results) {
        const row = byId.get(reference);
        const facts = told.get(reference);
        if (error || !id)
          failures.push({ localId: reference, externalId: id, message: error ?? 'It got no id there.' });
        else if (!facts) {
          if (row) em.remove(row);
          step.removed += 1;
        } else if (!row) {
          const { tenantId } = work;
          const system = settings.product;
          em.create(ExternalId, {
            tenantId,
            system,
            kind: 'SECTION',
            localId: reference,
            externalId: id,
            agreed: nothing,
            told: facts,
          });
          step.created += 1;
        } else if (row.externalId !== id || !isDeepStrictEqual(row.told, facts)) {
          Object.assign(row, { externalId: id, told: facts });
          step.updated += 1;
        }
      }
    });
    step.failed += failures.length;
    await keepFailures(job, failures);
  }
}
