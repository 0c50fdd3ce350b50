import { ref } from '@mikro-orm/core';
import type { Context } from '@mycelium/kit/context';
import { change, create, unchanged } from '@mycelium/kit/crud';
import { Conflict, Invalid } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { pipelineCreated, pipelineRemoved, pipelineUpdated } from '@mycelium/schema/subgraphs/crm/pipelines';
import { feedOf, sideFor } from '../side/side.ts';
import { lockPipeline, lockRemovedPipeline } from './find-pipelines.ts';
import { Pipeline, PipelineStage } from './pipeline.ts';
import {
  type CreatePipelineInput,
  createPipelineSchema,
  type UpdatePipelineInput,
  updatePipelineSchema,
} from './pipeline-input.ts';
import { setStages } from './set-stages.ts';

/** A new pipeline, with the stages that are given or those that suit most. */
export async function createPipeline(ctx: Context, input: CreatePipelineInput): Promise<Pipeline> {
  const { side, name, stages } = parseInput(createPipelineSchema, input);
  const known = stages.findIndex(({ id }) => id != null);
  if (known >= 0) throw new Invalid('There is no such stage.', ['input', 'stages', known, 'id'], { reason: 'UNKNOWN' });
  const pipeline = create(ctx, Pipeline, { name, side: sideFor(ctx, side) });
  for (const [position, { name, kind, probability }] of stages.entries())
    create(ctx, PipelineStage, {
      ...{ name, kind, probability, position },
      side: pipeline.side,
      pipeline: ref(pipeline),
    });
  await ctx.em.flush();
  ctx.publish(pipelineCreated, { pipelineId: pipeline.id }, feedOf(pipeline));
  return pipeline;
}

/** Changes what the input names; throws Conflict when it was changed meanwhile. */
export async function updatePipeline(ctx: Context, id: string, input: UpdatePipelineInput): Promise<Pipeline> {
  const { version, name, stages, moves } = parseInput(updatePipelineSchema, input);
  const pipeline = await lockPipeline(ctx, id);
  if (pipeline.version !== version)
    throw new Conflict(`Somebody has changed this Pipeline since; it is now at version ${pipeline.version}.`, {
      version: pipeline.version,
    });
  const areNew = stages != null && (await setStages(ctx, pipeline, stages, moves));
  const patch = { name: name ?? undefined, ...(areNew && { updatedAt: new Date() }) };
  return change(ctx, pipeline, patch, () => ctx.publish(pipelineUpdated, { pipelineId: id }, feedOf(pipeline)));
}

/** Removes a pipeline in which nothing is open, and answers its id; it can be restored. */
export async function removePipeline(ctx: Context, id: string): Promise<string> {
  const pipeline = await lockPipeline(ctx, id);
  const [found] = await ctx.em.execute<{ count: number }[]>(
    'select count(*)::int as count from crm.opportunity where pipeline_id = ? and closed_at is null and removed_at is null',
    [id],
  );
  if (found && found.count > 0)
    throw new Invalid(`There are ${found.count} open opportunities in this pipeline.`, ['id'], {
      reason: 'PIPELINE_NOT_EMPTY',
      opportunities: found.count,
    });
  await change(ctx, pipeline, { removedAt: ctx.now() });
  ctx.publish(pipelineRemoved, { pipelineId: id }, feedOf(pipeline));
  return id;
}

/** Takes a removal back; one that was not removed stays as it is. */
export async function restorePipeline(ctx: Context, id: string): Promise<Pipeline> {
  const pipeline = await lockRemovedPipeline(ctx, id);
  if (!pipeline.removedAt) return unchanged(ctx, pipeline);
  return change(ctx, pipeline, { removedAt: null }, () =>
    ctx.publish(pipelineCreated, { pipelineId: id }, feedOf(pipeline)),
  );
}
