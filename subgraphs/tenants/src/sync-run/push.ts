import { Side, SyncConflict } from '../conflict/conflict.ts';
import { PAGE, type PushedItem, pushed } from './catalogue.ts';
import { ExternalId } from './external-id.ts';
import type { Foresight } from './foresight.ts';
import { type Failure, idTaken, type Job, keepPage, nameOf, pieces } from './job.ts';
import { keepLinks, type Link } from './links.ts';
import { factsOfLocal, type LocalItem } from './menu.ts';
import { changesSince, type Facts, factNames, pick } from './merge.ts';
import { itemRefused } from './sync-reason.ts';
import type { SyncStep } from './sync-run.ts';

/** How far two reads overlap: longer than a write takes from its timestamp to its commit, so that none is missed between them. */
const OVERLAP_MS = 10_000;

interface Outgoing {
  item: PushedItem;
  /** What the product has, as far as we know. */
  before: Facts | undefined;
  facts: Facts;
  changed: Partial<Facts>;
  kind: 'created' | 'updated' | 'removed' | 'same';
}

/** What the menu changed goes to the product, page by page; the next one is read while a page is on its way. */
export async function push(job: Job, step: SyncStep, after?: string): Promise<void> {
  const { menu, settings, reached } = job;
  if (settings.only) {
    for (const { some, next } of pieces(settings.only.local, PAGE, after))
      await pushPage(job, step, await menu.byId(some), next);
    return;
  }
  if (!after)
    for (const { some } of pieces(settings.again.local, PAGE)) await pushPage(job, step, await menu.byId(some), '');
  const since = new Date((settings.localCursor?.getTime() ?? OVERLAP_MS) - OVERLAP_MS);
  reached.local ??= settings.localCursor;
  for (let reading: Reading | undefined = menu.changed(since, after || undefined, PAGE); reading; ) {
    const { items, next }: Awaited<Reading> = await reading;
    reading = next === undefined ? undefined : menu.changed(since, next, PAGE);
    // If this page fails, nobody waits for the next one.
    reading?.catch(() => undefined);
    for (const { updatedAt } of items) if (!reached.local || updatedAt > reached.local) reached.local = updatedAt;
    await pushPage(job, step, items, next);
  }
}

type Reading = ReturnType<Job['menu']['changed']>;

async function pushPage(
  job: Job,
  step: SyncStep,
  items: readonly LocalItem[],
  after: string | undefined,
): Promise<void> {
  const { work, catalogue, settings, foresight } = job;
  const localId = { $in: items.map(({ id }) => id) };
  const { links, held } = await work.inRun(async ({ em }) => ({
    links: await em.find(ExternalId, { system: settings.product, kind: 'ITEM', localId }),
    held: await em.find(SyncConflict, { sync: work.syncId, localId, taken: null }),
  }));
  const linkOf = new Map(links.map((link) => [link.localId, link]));
  const batch = new Map<string, Outgoing>();
  for (const item of items) {
    const disputed = new Set(held.filter(({ localId }) => localId === item.id).map(({ field }) => field));
    const outgoing = outgoingOf(job, item, linkOf.get(item.id), disputed);
    step.seen += 1;
    if (outgoing && !foresight?.met.has(item.id)) batch.set(item.id, outgoing);
  }
  for (const { kind, changed, item } of batch.values()) {
    if (kind !== 'same') step[kind] += 1;
    if (changed.price?.amount === 0 && item.id) step.zeroed += 1;
  }
  if (foresight) {
    for (const outgoing of batch.values()) noteOutgoing(foresight, outgoing);
    return;
  }
  const outcomes = batch.size > 0 ? await catalogue.pushItems([...batch.values()].map(({ item }) => item)) : [];
  const failures: Failure[] = [];
  const [kept, gone]: [Link[], string[]] = [[], []];
  for (const { reference, id, why } of outcomes) {
    const outgoing = batch.get(reference);
    const link = linkOf.get(reference);
    if (!outgoing) continue;
    if (why || !id) {
      const name = nameOf(outgoing.facts.name);
      failures.push({ localId: reference, externalId: id, name, ...(why ?? itemRefused(undefined)) });
      if (outgoing.kind !== 'same') step[outgoing.kind] -= 1;
    } else if (outgoing.kind === 'removed') gone.push(reference);
    else if (!link) kept.push({ localId: reference, externalId: id, agreed: outgoing.facts });
    else if (link.externalId !== id || outgoing.kind === 'updated')
      kept.push({ localId: reference, externalId: id, agreed: { ...link.agreed, ...outgoing.changed } });
  }
  await keepPage(job, { step, after, failures }, async (ctx) => {
    const whose = { tenantId: work.tenantId, system: settings.product, kind: 'ITEM' as const };
    if (gone.length > 0) await ctx.em.nativeDelete(ExternalId, { ...whose, localId: { $in: gone } });
    const others = await keepLinks(ctx, whose, kept);
    for (const { localId } of others) {
      const kind = batch.get(localId)?.kind;
      if (kind && kind !== 'same') step[kind] -= 1;
    }
    return others.map(idTaken);
  });
}

/** What goes over of an item, or undefined when the product has it all. */
function outgoingOf(
  { settings: { config, isWhole } }: Job,
  local: LocalItem,
  link: ExternalId | undefined,
  disputed: ReadonlySet<string>,
): Outgoing | undefined {
  const facts = factsOfLocal(local);
  const base = { reference: local.id, id: link?.externalId };
  const before = link?.agreed;
  if (local.removedAt) return link && { item: { ...base, deleted: true }, before, facts, changed: {}, kind: 'removed' };
  const categoryReference = local.section.id;
  if (!link)
    return { item: { ...base, categoryReference, ...pushed(facts) }, before, facts, changed: facts, kind: 'created' };
  const ours = factNames.filter((name) => config.sources[name] !== 'REMOTE' && !disputed.has(name));
  const differing = changesSince(link.agreed, facts, config.sources);
  const changed = pick(
    facts,
    ours.filter((name) => name in differing),
  );
  const kind = Object.keys(changed).length > 0 ? 'updated' : 'same';
  if (kind === 'same' && !isWhole) return undefined;
  const going = isWhole ? pick(facts, ours) : changed;
  return { item: { ...base, categoryReference, ...pushed(going) }, before, facts, changed, kind };
}

function noteOutgoing(foresight: Foresight, { item, before, facts, changed, kind }: Outgoing): void {
  if (kind === 'same') return;
  const after = kind === 'removed' ? undefined : changed;
  foresight.note({ side: Side.REMOTE, localId: item.reference, externalId: item.id, name: facts.name, before, after });
}
