import { Side, SyncConflict } from '../conflict/conflict.ts';
import { PAGE, type PushedItem, pushed } from './catalogue.ts';
import { ExternalId } from './external-id.ts';
import type { Foresight } from './foresight.ts';
import { type Failure, type Job, keepFailures, pieces } from './job.ts';
import { factsOfLocal, type LocalItem } from './menu.ts';
import { changesSince, type Facts, factNames, pick } from './merge.ts';
import type { SyncStep } from './sync-run.ts';
import { tellProgress } from './work.ts';

/** Longer than a write takes from its clock to its commit, so that none is missed between two reads. */
const OVERLAP_MS = 10_000;

interface Outgoing {
  item: PushedItem;
  /** What the product has, as far as we know. */
  before: Facts | undefined;
  facts: Facts;
  changed: Partial<Facts>;
  kind: 'created' | 'updated' | 'removed' | 'same';
}

/** What the menu changed goes to the product, page by page. */
export async function push(job: Job, step: SyncStep): Promise<void> {
  const { menu, settings, reached, work } = job;
  if (settings.only) {
    for (const ids of pieces(settings.only.local, PAGE)) await pushPage(job, step, await menu.byId(ids));
    return;
  }
  const since = new Date((settings.localCursor?.getTime() ?? OVERLAP_MS) - OVERLAP_MS);
  reached.local = settings.localCursor;
  let after: string | undefined;
  do {
    const { items, next } = await menu.changed(since, after, PAGE);
    await pushPage(job, step, items);
    for (const { updatedAt } of items) if (!reached.local || updatedAt > reached.local) reached.local = updatedAt;
    after = next;
    if (!job.foresight && after) await tellProgress(work);
  } while (after);
}

async function pushPage(job: Job, step: SyncStep, items: readonly LocalItem[]): Promise<void> {
  const { work, catalogue, settings } = job;
  const ids = items.map(({ id }) => id);
  const { links, held } = await work.inRun(async ({ em }) => ({
    links: await em.find(ExternalId, { system: settings.product, kind: 'ITEM', localId: { $in: ids } }),
    held: await em.find(SyncConflict, { sync: work.syncId, localId: { $in: ids }, taken: null }),
  }));
  const byId = new Map(links.map((link) => [link.localId, link]));
  const batch = new Map<string, Outgoing>();
  for (const item of items) {
    const disputed = new Set(held.filter(({ localId }) => localId === item.id).map(({ field }) => field));
    const outgoing = outgoingOf(job, item, byId.get(item.id), disputed);
    step.seen += 1;
    if (outgoing && !job.foresight?.met.has(item.id)) batch.set(item.id, outgoing);
  }
  for (const { kind, changed, item } of batch.values()) {
    if (kind !== 'same') step[kind] += 1;
    if (changed.price?.amount === 0 && item.id) step.zeroed += 1;
  }
  if (job.foresight) for (const outgoing of batch.values()) noteOutgoing(job.foresight, outgoing);
  if (job.foresight || batch.size === 0) return;
  const results = await catalogue.pushItems([...batch.values()].map(({ item }) => item));
  const failures: Failure[] = [];
  await work.inRun(async ({ em }) => {
    const rows = await em.find(ExternalId, { system: settings.product, kind: 'ITEM', localId: { $in: ids } });
    const rowOf = new Map(rows.map((row) => [row.localId, row]));
    for (const { reference, id, error } of results) {
      const outgoing = batch.get(reference);
      const row = rowOf.get(reference);
      if (!outgoing) continue;
      if (error || !id) {
        failures.push({ localId: reference, externalId: id, message: error ?? 'It got no id there.' });
        if (outgoing.kind !== 'same') step[outgoing.kind] -= 1;
      } else if (outgoing.kind === 'removed') {
        if (row) em.remove(row);
      } else if (!row) {
        const { tenantId } = work;
        const { facts: agreed } = outgoing;
        em.create(ExternalId, {
          tenantId,
          system: settings.product,
          kind: 'ITEM',
          localId: reference,
          externalId: id,
          agreed,
        });
      } else if (row.externalId !== id || outgoing.kind === 'updated') {
        Object.assign(row, { externalId: id, agreed: { ...row.agreed, ...outgoing.changed } });
      }
    }
  });
  step.failed += failures.length;
  await keepFailures(job, failures);
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
