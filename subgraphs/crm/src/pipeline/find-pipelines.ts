import { LockMode } from '@mikro-orm/core';
import { batched } from '@mycelium/kit/batched';
import type { Context } from '@mycelium/kit/context';
import { find, oneOf } from '@mycelium/kit/crud';
import { NotFound } from '@mycelium/kit/errors';
import { type PageArgs, page } from '@mycelium/kit/page';
import { Pipeline, type PipelinePage, PipelineStage } from './pipeline.ts';

/** The pipeline, unless it was removed. */
export async function findPipeline(ctx: Context, id: string): Promise<Pipeline | undefined> {
  const pipeline = await find(ctx, Pipeline, id);
  return pipeline?.removedAt ? undefined : pipeline;
}

/** The same, held until the transaction is over; throws NotFound when there is none or it was removed. */
export async function lockPipeline(ctx: Context, id: string): Promise<Pipeline> {
  const pipeline = await lockRemovedPipeline(ctx, id);
  if (pipeline.removedAt) throw new NotFound('Pipeline', id);
  return pipeline;
}

/** The pipeline, whether it was removed or not, held until the transaction is over; throws NotFound when there is none. */
export async function lockRemovedPipeline({ em }: Context, id: string): Promise<Pipeline> {
  const lockMode = LockMode.PESSIMISTIC_WRITE;
  const pipeline = await em.findOne(Pipeline, { id: oneOf([id]) }, { lockMode, refresh: true });
  if (!pipeline) throw new NotFound('Pipeline', id);
  return pipeline;
}

/** The stages of a pipeline that is held, in their order. */
export function stagesNow({ em }: Context, pipeline: Pipeline): Promise<PipelineStage[]> {
  return em.find(PipelineStage, { pipeline: pipeline.id }, { orderBy: { position: 'asc' }, refresh: true });
}

/** The stages of a pipeline in their order; of all pipelines of one call in one statement. */
export function stagesOf(ctx: Context, pipeline: Pipeline): Promise<PipelineStage[]> {
  return batched(ctx, pipeline, stagesOfPipelines);
}

async function stagesOfPipelines({ em }: Context, pipelines: readonly Pipeline[]): Promise<PipelineStage[][]> {
  const ids = pipelines.map(({ id }) => id);
  const stages = await em.find(PipelineStage, { pipeline: { $in: ids } }, { orderBy: { position: 'asc' } });
  return ids.map((id) => stages.filter(({ pipeline }) => pipeline.id === id));
}

/**
 * A stage whose pipeline is held until the transaction is over, so that whoever puts something into a pipeline comes one
 * after the other. Throws NotFound for one that is not there, and for one of a removed pipeline.
 */
export async function lockStage(ctx: Context, id: string): Promise<PipelineStage> {
  const known = await find(ctx, PipelineStage, id);
  const pipeline = known && (await lockPipeline(ctx, known.pipeline.id));
  const stage = pipeline && (await stagesNow(ctx, pipeline)).find((each) => each.id === id);
  if (!stage) throw new NotFound('PipelineStage', id);
  return stage;
}

/** A page of a tenant's pipelines, by name. */
export function pageOfPipelines(ctx: Context, tenantId: string, range: PageArgs): Promise<PipelinePage> {
  return page(ctx, Pipeline, { tenantId, removedAt: null }, range, { name: 'asc', id: 'asc' });
}
