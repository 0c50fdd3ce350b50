import { ref } from '@mikro-orm/core';
import type { Context } from '@mycelium/kit/context';
import { change, unchanged } from '@mycelium/kit/crud';
import { Conflict, Invalid } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { opportunityMoved } from '@mycelium/schema/subgraphs/crm/pipelines';
import { lockStage } from '../pipeline/find-pipelines.ts';
import { type PipelineStage, StageKind } from '../pipeline/pipeline.ts';
import { feedOf } from '../side/side.ts';
import { EntryKind } from '../timeline/timeline-entry.ts';
import { closing } from './closing.ts';
import { lockOpportunity } from './find-opportunities.ts';
import type { Opportunity } from './opportunity.ts';
import { type MoveOpportunityInput, moveOpportunitySchema } from './opportunity-input.ts';
import { isThere, rankIn } from './place.ts';
import { publish } from './publish.ts';

const entries: Record<StageKind, EntryKind> = {
  OPEN: EntryKind.OPPORTUNITY_MOVED,
  WON: EntryKind.OPPORTUNITY_WON,
  LOST: EntryKind.OPPORTUNITY_LOST,
};

/**
 * Puts an opportunity into a stage and to a place there, in one. Throws Conflict for one that was changed meanwhile, and
 * Invalid for one that is lost without a reason. Where it stands there already, it stays as it is.
 */
export async function moveOpportunity(ctx: Context, id: string, input: MoveOpportunityInput): Promise<Opportunity> {
  const { version, stageId, below, reason } = parseInput(moveOpportunitySchema, input);
  // The pipeline first, as everybody does who puts something into one: two who wait for each other would wait for ever.
  const stage = await lockStage(ctx, stageId);
  const opportunity = await lockOpportunity(ctx, id);
  if (opportunity.version !== version)
    throw new Conflict(`Somebody has changed this Opportunity since; it is now at version ${opportunity.version}.`, {
      version: opportunity.version,
    });
  if (opportunity.side !== stage.side)
    throw new Invalid('It stays in its book.', ['input', 'stageId'], { reason: 'OTHER_BOOK' });
  const from = await opportunity.stage.loadOrFail();
  if (from.id === stage.id) return moveWithin(ctx, opportunity, stage, below);
  await change(ctx, opportunity, {
    ...{ stage: ref(stage), pipeline: stage.pipeline },
    ...closing(ctx, stage, { reason, since: from.kind === stage.kind ? opportunity.closedAt : null }),
    rank: await rankIn(ctx, stage, id, below),
  });
  const facts = { stage: stage.name, from: from.name, ...(opportunity.reason && { reason: opportunity.reason }) };
  await publish(ctx, opportunityMoved, opportunity, { kind: entries[stage.kind], facts });
  return opportunity;
}

async function moveWithin(
  ctx: Context,
  opportunity: Opportunity,
  stage: PipelineStage,
  below: string | null | undefined,
): Promise<Opportunity> {
  if (await isThere(ctx, stage, opportunity, below)) return unchanged(ctx, opportunity);
  return change(ctx, opportunity, { rank: await rankIn(ctx, stage, opportunity.id, below) }, () =>
    ctx.publish(opportunityMoved, { opportunityId: opportunity.id }, feedOf(opportunity)),
  );
}
