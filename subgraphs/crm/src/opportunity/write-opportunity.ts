import { ref } from '@mikro-orm/core';
import type { Context } from '@mycelium/kit/context';
import { change, create, find, unchanged, update } from '@mycelium/kit/crud';
import { Conflict, Invalid } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import type { Money } from '@mycelium/kit/money';
import { opportunityCreated, opportunityRemoved, opportunityUpdated } from '@mycelium/schema/subgraphs/crm/pipelines';
import { checkReader } from '../people/people.ts';
import { lockPipeline, stagesNow } from '../pipeline/find-pipelines.ts';
import { Pipeline, type PipelineStage } from '../pipeline/pipeline.ts';
import { forgetFound, keepFound } from '../search/keep-found.ts';
import { FoundKind } from '../search/search-entry.ts';
import { feedOf } from '../side/side.ts';
import { keepTags } from '../tag/keep-tags.ts';
import { EntryKind } from '../timeline/timeline-entry.ts';
import { closing, closingAs } from './closing.ts';
import { setContacts } from './contacts.ts';
import { lockOpportunity, lockRemovedOpportunity, readOpportunity } from './find-opportunities.ts';
import { Opportunity } from './opportunity.ts';
import {
  type CreateOpportunityInput,
  createOpportunitySchema,
  type UpdateOpportunityInput,
  updateOpportunitySchema,
} from './opportunity-input.ts';
import { rankIn } from './place.ts';
import { publish } from './publish.ts';

/** A new opportunity on top of its stage; throws Invalid with the path of what is wrong. */
export async function createOpportunity(ctx: Context, input: CreateOpportunityInput): Promise<Opportunity> {
  const given = parseInput(createOpportunitySchema, input);
  const { pipelineId, stageId, contactIds, reason, ownerId, amount = null, expectedClose = null, ...facts } = given;
  const pipeline = await lockPipeline(ctx, pipelineId);
  const stage = stageIn(await stagesNow(ctx, pipeline), stageId);
  await checkReader(ctx, pipeline.side, ownerId, ['input', 'ownerId']);
  const opportunity = create(ctx, Opportunity, {
    ...{ ...facts, ownerId, amount, expectedClose, ...ordersOf({ amount, expectedClose }) },
    tags: await keepTags(ctx, pipeline, facts.tags),
    ...{ side: pipeline.side, pipeline: ref(pipeline), stage: ref(stage) },
    ...closing(ctx, stage, { reason }),
    rank: await rankIn(ctx, stage, ''),
  } as never);
  if (contactIds) await setContacts(ctx, opportunity, contactIds);
  await ctx.em.flush();
  await letBeFound(ctx, opportunity);
  const said = { stage: stage.name, ...(opportunity.reason && { reason: opportunity.reason }) };
  await publish(ctx, opportunityCreated, opportunity, { kind: EntryKind.OPPORTUNITY_CREATED, facts: said });
  return opportunity;
}

/** Changes what the input names; throws Conflict when it was changed meanwhile. */
export async function updateOpportunity(ctx: Context, id: string, input: UpdateOpportunityInput): Promise<Opportunity> {
  const { version, contactIds, reason, ...facts } = parseInput(updateOpportunitySchema, input);
  const opportunity = await readOpportunity(ctx, id);
  if (facts.ownerId !== opportunity.ownerId)
    await checkReader(ctx, opportunity.side, facts.ownerId, ['input', 'ownerId']);
  const stage = await opportunity.stage.loadOrFail();
  const close = reason === undefined ? {} : closing(ctx, stage, { reason, since: opportunity.closedAt });
  const areNew = contactIds && (await setContacts(ctx, opportunity, contactIds));
  const tags = facts.tags && (await keepTags(ctx, opportunity, facts.tags));
  const patch = { ...facts, tags, ...ordersOf(facts), ...close, ...(areNew && { updatedAt: new Date() }) };
  const changed = await update(ctx, Opportunity, { id, version }, patch as Partial<Opportunity>, () =>
    ctx.publish(opportunityUpdated, { opportunityId: id }, feedOf(opportunity)),
  );
  await letBeFound(ctx, changed);
  return changed;
}

/** Removes an opportunity, and answers its id; it can be restored. */
export async function removeOpportunity(ctx: Context, id: string): Promise<string> {
  const opportunity = await lockOpportunity(ctx, id);
  await change(ctx, opportunity, { removedAt: ctx.now() });
  await forgetFound(ctx, opportunity);
  await publish(ctx, opportunityRemoved, opportunity, { kind: EntryKind.OPPORTUNITY_REMOVED });
  return id;
}

/** Takes a removal back; one that was not removed stays as it is. Throws Conflict where its pipeline has been removed. */
export async function restoreOpportunity(ctx: Context, id: string): Promise<Opportunity> {
  const known = await find(ctx, Opportunity, id);
  const pipeline = known && (await find(ctx, Pipeline, known.pipeline.id));
  if (pipeline?.removedAt) throw new Conflict('Restore its pipeline first.', { reason: 'PIPELINE_REMOVED' });
  if (pipeline) await lockPipeline(ctx, pipeline.id);
  const opportunity = await lockRemovedOpportunity(ctx, id);
  if (!opportunity.removedAt) return unchanged(ctx, opportunity);
  const { closedAt: since, reason } = opportunity;
  const close = closingAs(ctx, await opportunity.stage.loadOrFail(), { reason, since });
  await change(ctx, opportunity, { removedAt: null, ...close });
  await letBeFound(ctx, opportunity);
  await publish(ctx, opportunityCreated, opportunity, { kind: EntryKind.OPPORTUNITY_RESTORED });
  return opportunity;
}

/** Has it found by its title, and by why it was won or lost. */
export async function letBeFound(ctx: Context, opportunity: Opportunity): Promise<void> {
  const { title, reason, tags } = opportunity;
  await keepFound(ctx, opportunity, { kind: FoundKind.OPPORTUNITY, title, body: [reason], tags });
}

function stageIn(stages: readonly PipelineStage[], id: string | null | undefined): PipelineStage {
  const stage = id == null ? stages[0] : stages.find((each) => each.id === id);
  if (!stage) throw new Invalid('There is no such stage.', ['input', 'stageId'], { reason: 'UNKNOWN' });
  return stage;
}

const NEVER = '9999-12-31';

/** By what lists are sorted, as far as it is named. */
export function ordersOf({ amount, expectedClose }: { amount?: Money | null; expectedClose?: string | null }) {
  return {
    ...(amount !== undefined && { amountOrder: amount?.amount ?? -1 }),
    ...(expectedClose !== undefined && { closeOrder: expectedClose ?? NEVER }),
  };
}
