import { isDeepStrictEqual } from 'node:util';
import { ref } from '@mikro-orm/core';
import type { Context } from '@mycelium/kit/context';
import { SyncConflict } from '../conflict/conflict.ts';
import { TenantSync } from '../sync/sync.ts';
import { type PushedItem, pushed } from './catalogue.ts';
import { ExternalId } from './external-id.ts';
import { type Failure, idTaken, type Job, keepPage, nameOf } from './job.ts';
import { keepLinks, type Link } from './links.ts';
import { factsOfLocal } from './menu.ts';
import { type Facts, pick } from './merge.ts';
import type { Met } from './pull.ts';
import { factsOf } from './remote-item.ts';
import type { SyncStep } from './sync-run.ts';

interface Pulled {
  met: readonly Met[];
  /** The items that came onto the menu. */
  come: readonly Link[];
  failures: Failure[];
  after: string | undefined;
}

/** Gives the product our word where ours counts, and keeps what both sides now agree on. */
export async function settle(job: Job, step: SyncStep, { met, come, failures, after }: Pulled): Promise<void> {
  const { catalogue, work, settings } = job;
  const due = met.filter(({ merged }) => Object.keys(merged.toRemote).length > 0);
  const items: PushedItem[] = due.map(({ local, remote, merged }) => ({
    reference: local.id,
    id: remote.id,
    ...pushed(merged.toRemote),
  }));
  const outcomes = items.length > 0 ? await catalogue.pushItems(items) : [];
  const failed = new Set<string>();
  for (const { reference, id, why } of outcomes) {
    if (!why) continue;
    failed.add(reference);
    const name = nameOf(due.find(({ local }) => local.id === reference)?.local.names);
    failures.push({ localId: reference, externalId: id, name, ...why });
  }
  await keepPage(job, { step, after, failures }, async (ctx) => {
    const { tenantId } = work;
    const system = settings.product;
    const links = await ctx.em.find(ExternalId, {
      system,
      kind: 'ITEM',
      externalId: { $in: met.map(({ remote }) => remote.id) },
    });
    const byId = new Map(links.map((link) => [link.externalId, link]));
    const agreed = met.flatMap(({ remote, local, merged }) => {
      const link = byId.get(remote.id);
      if (!link) return [];
      const kept = failed.has(local.id) ? Object.keys(merged.toRemote) : [];
      const now: Facts = { ...merged.agreed, ...pick(link.agreed, kept as (keyof Facts)[]) };
      return isDeepStrictEqual(now, link.agreed) && !link.isComing
        ? []
        : [{ localId: local.id, externalId: remote.id, agreed: now }];
    });
    const others = await keepLinks(ctx, { tenantId, system, kind: 'ITEM' }, [...come, ...agreed]);
    await keepConflicts(ctx, job, met);
    return others.map(idTaken);
  });
}

async function keepConflicts({ em }: Context, { work }: Job, met: readonly Met[]): Promise<void> {
  const disputed = met.filter(({ merged }) => merged.conflicts.length > 0);
  if (disputed.length === 0) return;
  const sync = ref(em.getReference(TenantSync, work.syncId));
  const localId = { $in: disputed.map(({ local }) => local.id) };
  const open = await em.find(SyncConflict, { sync, localId, taken: null });
  const openOf = new Map(open.map((conflict) => [`${conflict.localId}:${conflict.field}`, conflict]));
  for (const { remote, local, merged } of disputed) {
    for (const field of merged.conflicts) {
      const values = { local: { value: factsOfLocal(local)[field] }, remote: { value: factsOf(remote)[field] } };
      const known = openOf.get(`${local.id}:${field}`);
      if (known) Object.assign(known, values);
      else em.create(SyncConflict, { tenantId: work.tenantId, sync, localId: local.id, field, ...values });
    }
  }
}
