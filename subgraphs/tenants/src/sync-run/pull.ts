import { OutsideError } from '@mycelium/kit/connector/outside-error';
import { Refused } from '@mycelium/kit/neighbours';
import { v7 as uuidv7 } from 'uuid';
import { Side } from '../conflict/conflict.ts';
import { PAGE } from './catalogue.ts';
import { ExternalId } from './external-id.ts';
import { type Failure, type Job, nameOf, pieces } from './job.ts';
import { keepLinks, type Link } from './links.ts';
import { factsOfLocal, type LocalItem } from './menu.ts';
import { type Merged, merge } from './merge.ts';
import { factsOf, type LivingItem, type RemoteItem, readItems } from './remote-item.ts';
import { settle } from './settle.ts';
import { type Told, told } from './sync-reason.ts';
import type { OnlyItems, SyncStep } from './sync-run.ts';

/** What the product changed comes to the menu, page by page; the next one is read while a page is worked on. What it merely does not mention stays. */
export async function pull(job: Job, step: SyncStep, after?: string): Promise<void> {
  const { catalogue, settings, reached } = job;
  if (settings.only) {
    for (const { some, next } of pieces(await idsThere(job, settings.only), PAGE, after))
      await pullPage(job, step, await catalogue.items(some), next);
    return;
  }
  const start = settings.remoteCursor ?? '';
  reached.remote = (after ?? start) || undefined;
  if ((after ?? start) === start)
    for (const { some } of pieces(settings.again.external, PAGE))
      await pullPage(job, step, await catalogue.items(some), start);
  const seen = new Set([reached.remote]);
  for (let reading: Reading | undefined = catalogue.changes(reached.remote); reading; ) {
    const { items, cursor, more }: Awaited<Reading> = await reading;
    const isStuck: boolean = more && (seen.has(cursor) || seen.size > MOST_PAGES);
    seen.add(cursor);
    reading = more && !isStuck ? catalogue.changes(cursor) : undefined;
    // If this page fails, nobody waits for the next one.
    reading?.catch(() => undefined);
    // However long the product makes its pages; until the last piece is kept, the run would go on with the first.
    const bits = [...pieces(items, PAGE)].map(({ some }) => some);
    const last = bits.pop() ?? [];
    for (const bit of bits) await pullPage(job, step, bit, reached.remote ?? '');
    reached.remote = cursor;
    await pullPage(job, step, last, more ? cursor : undefined);
    if (isStuck) throw goesRound(settings.product);
  }
}

/** More pages than any catalogue has; a list that never ends is cut here. */
const MOST_PAGES = 50_000;

function goesRound(product: string): OutsideError {
  const words = 'cursor';
  return new OutsideError(`${product} gives the same pages again and again.`, { code: 'ODD_ANSWER', words }, false);
}

/** The product's ids of these items. */
async function idsThere({ work, settings }: Job, { local, external }: OnlyItems): Promise<string[]> {
  const where = { system: settings.product, kind: 'ITEM' as const, localId: { $in: local } };
  const linked =
    local.length > 0 ? await work.inRun(({ em }) => em.find(ExternalId, where, { orderBy: { id: 'asc' } })) : [];
  return [...new Set([...external, ...linked.map(({ externalId }) => externalId)])];
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
  remote: LivingItem;
  local: LocalItem;
  merged: Merged;
}

async function pullPage(job: Job, step: SyncStep, given: readonly unknown[], after: string | undefined): Promise<void> {
  const { items: readable, odd } = readItems(given);
  const page = await readPage(job, readable);
  const failures: Failure[] = odd.map(({ why, ...which }) => ({ ...which, ...why }));
  const fail = (remote: RemoteItem, why: Told) => failures.push({ ...whichOf(page, remote), ...why });
  const items = readable.filter((remote) => {
    const why = misfit(job, page, remote);
    if (why) fail(remote, why);
    return !why;
  });
  step.seen += readable.length + odd.length;
  const met: Met[] = [];
  const come: Link[] = [];
  await announce(job, page, items);
  for (const remote of items) {
    try {
      const found = await pullItem(job, step, page, remote);
      if (found && 'merged' in found) met.push(found);
      else if (found) come.push(found);
      if (!job.foresight) await job.work.checkLease();
    } catch (error) {
      const why = whyNot(error);
      if (!why) throw error;
      fail(remote, why);
    }
  }
  if (job.foresight) step.failed += failures.length;
  else await settle(job, step, { met, come, failures, after });
}

function whichOf({ links }: Page, remote: RemoteItem): Omit<Failure, keyof Told> {
  const name = remote.deleted ? undefined : nameOf(remote.name);
  return { localId: links.get(remote.id)?.localId, externalId: remote.id, name };
}

/** Why an item is not taken over though it can be read. */
function misfit({ settings }: Job, { links, locals }: Page, remote: RemoteItem): Told | undefined {
  if (remote.deleted) return undefined;
  const local = locals.get(links.get(remote.id)?.localId ?? '');
  const expected = local?.price.currency ?? settings.currency;
  if (remote.currency === expected) return undefined;
  const words = remote.currency;
  return told(`Its price is in ${words}, and not in ${expected}.`, 'WRONG_CURRENCY', { words });
}

async function readPage({ work, menu, settings }: Job, items: readonly RemoteItem[]): Promise<Page> {
  const externalId = { $in: items.map(({ id }) => id) };
  const categories = items.flatMap((item) => (item.deleted ? [] : (item.categoryId ?? [])));
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
 * again, by this run or another, the menu is given the same item.
 */
async function announce({ work, foresight, settings }: Job, page: Page, items: readonly RemoteItem[]): Promise<void> {
  if (foresight) return;
  const coming = items
    .filter((remote) => !remote.deleted)
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
function isNew({ links, locals }: Page, { id, reference }: LivingItem): boolean {
  const link = links.get(id);
  return link ? link.isComing === true && !locals.has(link.localId) : !reference;
}

/** Takes over what the product did to one item; answers what must still be settled. */
async function pullItem(job: Job, step: SyncStep, page: Page, remote: RemoteItem): Promise<Met | Link | undefined> {
  const { menu, foresight, settings } = job;
  if (!remote.deleted && isNew(page, remote)) return adopt(job, step, page, remote);
  const link = page.links.get(remote.id);
  const local = link && page.locals.get(link.localId);
  if (!local || local.removedAt) return undefined;
  // The item came when this page was begun before, and was not counted then.
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
  remote: LivingItem,
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
