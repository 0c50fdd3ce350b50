import { Refused } from '@mycelium/kit/neighbours';
import { v7 as uuidv7 } from 'uuid';
import { Side } from '../conflict/conflict.ts';
import { factsOf, PAGE, type RemoteItem } from './catalogue.ts';
import { ExternalId } from './external-id.ts';
import { type Failure, type Job, pieces } from './job.ts';
import { keepLinks, type Link } from './links.ts';
import { factsOfLocal, type LocalItem } from './menu.ts';
import { type Merged, merge } from './merge.ts';
import { settle } from './settle.ts';
import { type Told, told } from './sync-reason.ts';
import type { SyncStep } from './sync-run.ts';

/** What the product changed comes to the menu, page by page; the next one is read while a page is worked on. What it merely does not mention stays. */
export async function pull(job: Job, step: SyncStep, after?: string): Promise<void> {
  const { catalogue, settings, reached, work } = job;
  if (settings.only) {
    const where = { system: settings.product, kind: 'ITEM' as const, localId: { $in: settings.only.local } };
    const linked = await work.inRun(({ em }) => em.find(ExternalId, where, { orderBy: { id: 'asc' } }));
    const ids = new Set([...settings.only.external, ...linked.map(({ externalId }) => externalId)]);
    for (const { some, next } of pieces([...ids], PAGE, after))
      await pullPage(job, step, await catalogue.items(some), next);
    return;
  }
  reached.remote = after ?? settings.remoteCursor;
  for (let reading: Reading | undefined = catalogue.changes(reached.remote); reading; ) {
    const { items, cursor, more }: Awaited<Reading> = await reading;
    reading = more ? catalogue.changes(cursor) : undefined;
    // If this page fails, nobody waits for the next one.
    reading?.catch(() => undefined);
    reached.remote = cursor;
    await pullPage(job, step, items, more ? cursor : undefined);
  }
}

type Reading = ReturnType<Job['catalogue']['changes']>;

interface Page {
  links: Map<string, Link>;
  locals: Map<string, LocalItem>;
  /** Our section for each of the product's. */
  sections: Map<string, string>;
}

/** An item that both sides know. */
export interface Met {
  remote: RemoteItem;
  local: LocalItem;
  merged: Merged;
}

async function pullPage(
  job: Job,
  step: SyncStep,
  items: readonly RemoteItem[],
  after: string | undefined,
): Promise<void> {
  const page = await readPage(job, items);
  const failures: Failure[] = [];
  const met: Met[] = [];
  const come: Link[] = [];
  await announce(job, page, items);
  for (const remote of items) {
    step.seen += 1;
    try {
      const found = await pullItem(job, step, page, remote);
      if (found && 'merged' in found) met.push(found);
      else if (found) come.push(found);
      if (!job.foresight) await job.work.checkLease();
    } catch (error) {
      const why = whyNot(error);
      if (!why) throw error;
      failures.push({ localId: page.links.get(remote.id)?.localId, externalId: remote.id, ...why });
    }
  }
  step.failed += failures.length;
  if (!job.foresight) await settle(job, step, { met, come, failures, after });
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

/**
 * Gives what the product made, and the menu is to get, its id and its link beforehand: however often the page is begun
 * again, by this run or another, the menu is told of the same item.
 */
async function announce({ work, foresight, settings }: Job, page: Page, items: readonly RemoteItem[]): Promise<void> {
  if (foresight) return;
  const coming = items
    .filter((remote) => isNew(page, remote) && page.sections.has(remote.categoryId ?? ''))
    .map((remote) => ({
      localId: page.links.get(remote.id)?.localId ?? uuidv7(),
      externalId: remote.id,
      agreed: factsOf(remote),
      isComing: true,
    }));
  if (coming.length === 0) return;
  const { tenantId } = work;
  await work.inRun((ctx) => keepLinks(ctx, { tenantId, system: settings.product, kind: 'ITEM' }, coming));
  for (const link of coming) page.links.set(link.externalId, link);
}

/** Whether the product made it, and the menu has not got it. What has our reference came from us; if its link was lost, the push finds it again. */
function isNew({ links, locals }: Page, { id, deleted, reference }: RemoteItem): boolean {
  const link = links.get(id);
  if (deleted) return false;
  return link ? link.isComing === true && !locals.has(link.localId) : !reference;
}

/** Takes over what the product did to one item; answers what must still be settled. */
async function pullItem(job: Job, step: SyncStep, page: Page, remote: RemoteItem): Promise<Met | Link | undefined> {
  const { menu, foresight, settings } = job;
  if (isNew(page, remote)) return adopt(job, step, page, remote);
  const link = page.links.get(remote.id);
  const local = link && page.locals.get(link.localId);
  if (!local || local.removedAt) return undefined;
  // It came when this page was begun before, and was not counted.
  if (link.isComing) step.created += 1;
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
  { menu, foresight }: Job,
  step: SyncStep,
  page: Page,
  remote: RemoteItem,
): Promise<Link | undefined> {
  const link = page.links.get(remote.id);
  const sectionId = page.sections.get(remote.categoryId ?? '');
  if (!sectionId) throw new Homeless('Its category is not one of the menu.');
  const agreed = factsOf(remote);
  if (foresight) foresight.note({ side: Side.LOCAL, externalId: remote.id, name: agreed.name, after: agreed });
  else if (link) await menu.create(link.localId, sectionId, agreed);
  step.created += 1;
  return link && { ...link, agreed, isComing: false };
}

/** The product made it in a category that is none of the menu. */
class Homeless extends Error {}

/** Why this one item does not come, when that is no reason to stop. */
function whyNot(error: unknown): Told | undefined {
  if (error instanceof Homeless) return told(error.message, 'NO_SECTION');
  return error instanceof Refused ? told(error.message, 'MENU_REFUSED', { words: error.message }) : undefined;
}
