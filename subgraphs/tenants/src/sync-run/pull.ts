import { isDeepStrictEqual } from 'node:util';
import { ref } from '@mikro-orm/core';
import { Refused } from '@mycelium/kit/neighbours';
import { Side, SyncConflict } from '../conflict/conflict.ts';
import { TenantSync } from '../sync/sync.ts';
import { factsOf, PAGE, type PushedItem, pushed, type RemoteItem } from './catalogue.ts';
import { ExternalId } from './external-id.ts';
import { type Failure, type Job, keepFailures, pieces } from './job.ts';
import { factsOfLocal, type LocalItem } from './menu.ts';
import { type Facts, type Merged, merge, pick } from './merge.ts';
import type { SyncStep } from './sync-run.ts';

/** What the product changed comes to the menu, page by page. What it merely does not mention stays. */
export async function pull(job: Job, step: SyncStep): Promise<void> {
  const { catalogue, settings, reached, work } = job;
  if (settings.only) {
    const linked = await work.inRun(({ em }) =>
      em.find(ExternalId, { system: settings.product, kind: 'ITEM', localId: { $in: settings.only?.local ?? [] } }),
    );
    const ids = new Set([...settings.only.external, ...linked.map(({ externalId }) => externalId)]);
    for (const some of pieces([...ids], PAGE)) await pullPage(job, step, await catalogue.items(some));
    return;
  }
  reached.remote = settings.remoteCursor;
  for (let more = true; more; ) {
    const page = await catalogue.changes(reached.remote);
    await pullPage(job, step, page.items);
    reached.remote = page.cursor;
    more = page.more;
  }
}

interface Page {
  links: Map<string, ExternalId>;
  locals: Map<string, LocalItem>;
  /** Our section for each of the product's. */
  sections: Map<string, string>;
}

interface Met {
  remote: RemoteItem;
  local: LocalItem;
  merged: Merged;
}

async function pullPage(job: Job, step: SyncStep, items: readonly RemoteItem[]): Promise<void> {
  const page = await readPage(job, items);
  const failures: Failure[] = [];
  const met: Met[] = [];
  for (const remote of items) {
    step.seen += 1;
    try {
      const found = await pullItem(job, step, page, remote);
      if (found) met.push(found);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      failures.push({ localId: page.links.get(remote.id)?.localId, externalId: remote.id, message: error.message });
    }
  }
  if (!job.foresight) await settle(job, met, failures);
  step.failed += failures.length;
  await keepFailures(job, failures);
}

async function readPage({ work, menu, settings }: Job, items: readonly RemoteItem[]): Promise<Page> {
  const externalId = { $in: items.map(({ id }) => id) };
  const categories = items.flatMap(({ categoryId }) => categoryId ?? []);
  const system = settings.product;
  const [links, sections] = await work.inRun(async ({ em }) => [
    await em.find(ExternalId, { system, kind: 'ITEM', externalId }),
    await em.find(ExternalId, { system, kind: 'SECTION', externalId: { $in: [...new Set(categories)] } }),
  ]);
  const locals = await menu.byId(links.map(({ localId }) => localId));
  return {
    links: new Map(links.map((link) => [link.externalId, link])),
    locals: new Map(locals.map((item) => [item.id, item])),
    sections: new Map(sections.map((link) => [link.externalId, link.localId])),
  };
}

/** Takes over what the product did to one item; answers what must still be settled. */
async function pullItem(job: Job, step: SyncStep, page: Page, remote: RemoteItem): Promise<Met | undefined> {
  const { menu, foresight, settings } = job;
  const link = page.links.get(remote.id);
  // What has our reference came from us; if its link was lost, the push finds it again.
  if (!link) return remote.deleted || remote.reference ? undefined : adopt(job, step, page, remote);
  const local = page.locals.get(link.localId);
  if (!local || local.removedAt) return undefined;
  const ids = { localId: local.id, externalId: remote.id };
  if (remote.deleted) {
    step.removed += 1;
    foresight?.met.add(local.id);
    if (!foresight) await menu.remove(local.id);
    else foresight.note({ side: Side.LOCAL, ...ids, name: local.names, before: factsOfLocal(local) });
    return undefined;
  }
  const sides = { agreed: link.agreed, local: factsOfLocal(local), remote: factsOf(remote) };
  const merged = merge({ ...sides, localAt: local.updatedAt, remoteAt: remote.updatedAt }, settings.config);
  step.conflicts += merged.conflicts.length;
  if (merged.toLocal.price?.amount === 0) step.zeroed += 1;
  const [tellsUs, tellsThem] = [merged.toLocal, merged.toRemote].map((patch) => Object.keys(patch).length > 0);
  if (tellsUs) {
    if (!foresight) await menu.update(local, merged.toLocal);
    step.updated += 1;
  }
  if (foresight) {
    const item = { ...ids, name: local.names };
    foresight.met.add(local.id);
    if (tellsUs) foresight.note({ ...item, side: Side.LOCAL, before: sides.local, after: merged.toLocal });
    if (tellsThem) foresight.note({ ...item, side: Side.REMOTE, before: sides.remote, after: merged.toRemote });
  }
  return { remote, local, merged };
}

/** An item that the product made comes onto the menu. */
async function adopt(
  { work, menu, foresight, settings }: Job,
  step: SyncStep,
  page: Page,
  remote: RemoteItem,
): Promise<undefined> {
  const sectionId = page.sections.get(remote.categoryId ?? '');
  if (!sectionId) throw new Refused('Its category is not one of the menu.', 'BAD_USER_INPUT');
  step.created += 1;
  const agreed = factsOf(remote);
  if (foresight) {
    foresight.note({ side: Side.LOCAL, externalId: remote.id, name: agreed.name, after: agreed });
    return;
  }
  const localId = await menu.create(sectionId, agreed);
  await work.inRun(async ({ em }) => {
    const { tenantId } = work;
    em.create(ExternalId, { tenantId, system: settings.product, kind: 'ITEM', localId, externalId: remote.id, agreed });
  });
}

/** Gives the product our word where ours counts, and keeps what both sides now agree on. */
async function settle(job: Job, met: readonly Met[], failures: Failure[]): Promise<void> {
  const { work, catalogue } = job;
  const due = met.filter(({ merged }) => Object.keys(merged.toRemote).length > 0);
  const items: PushedItem[] = due.map(({ local, remote, merged }) => ({
    reference: local.id,
    id: remote.id,
    ...pushed(merged.toRemote),
  }));
  const results = items.length > 0 ? await catalogue.pushItems(items) : [];
  const failed = new Set<string>();
  for (const { reference, id, error } of results.filter(({ error }) => error)) {
    failed.add(reference);
    failures.push({ localId: reference, externalId: id, message: error ?? '' });
  }
  await work.inRun(async ({ em }) => {
    const ids = met.map(({ remote }) => remote.id);
    const links = await em.find(ExternalId, { system: job.settings.product, kind: 'ITEM', externalId: { $in: ids } });
    const byId = new Map(links.map((link) => [link.externalId, link]));
    const sync = ref(em.getReference(TenantSync, work.syncId));
    const open = await em.find(SyncConflict, { sync, localId: { $in: met.map(({ local }) => local.id) }, taken: null });
    const openOf = new Map(open.map((conflict) => [`${conflict.localId}:${conflict.field}`, conflict]));
    for (const { remote, local, merged } of met) {
      const link = byId.get(remote.id);
      if (!link) continue;
      const kept = failed.has(local.id) ? Object.keys(merged.toRemote) : [];
      const agreed: Facts = { ...merged.agreed, ...pick(link.agreed, kept as (keyof Facts)[]) };
      if (!isDeepStrictEqual(agreed, link.agreed)) link.agreed = agreed;
      for (const field of merged.conflicts) {
        const values = { local: { value: factsOfLocal(local)[field] }, remote: { value: factsOf(remote)[field] } };
        const known = openOf.get(`${local.id}:${field}`);
        if (known) Object.assign(known, values);
        else em.create(SyncConflict, { tenantId: work.tenantId, sync, localId: local.id, field, ...values });
      }
    }
  });
}
