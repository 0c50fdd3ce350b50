import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { type EventOf, Follow } from '@mycelium/kit/follow';
import { PageArgs } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { pipelineCreated, pipelineRemoved, pipelineUpdated } from '@mycelium/schema/subgraphs/crm/pipelines';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Tenant } from '../references.ts';
import { findPipeline, pageOfPipelines, stagesOf } from './find-pipelines.ts';
import { Pipeline, PipelinePage, PipelineStage } from './pipeline.ts';
import { PipelineChange, PipelineChangeKind } from './pipeline-change.ts';
import { CreatePipelineInput, UpdatePipelineInput } from './pipeline-input.ts';
import { StageTotals, totalsOf } from './stage-totals.ts';
import { createPipeline, removePipeline, restorePipeline, updatePipeline } from './write-pipeline.ts';

const kinds: ReadonlyMap<string, PipelineChangeKind> = new Map([
  [pipelineCreated.name, PipelineChangeKind.CREATED],
  [pipelineUpdated.name, PipelineChangeKind.UPDATED],
  [pipelineRemoved.name, PipelineChangeKind.REMOVED],
]);

@Resolver(() => Pipeline)
class PipelineResolver {
  @Allow('crm:read')
  @Query(() => Pipeline, { nullable: true, description: 'One pipeline; null if there is none with this id.' })
  pipeline(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Pipeline | undefined> {
    return findPipeline(ctx, id);
  }

  @Allow('crm:write')
  @Mutation(() => Pipeline, { description: 'Creates a pipeline.' })
  createPipeline(
    @Arg('input', () => CreatePipelineInput) input: CreatePipelineInput,
    @Ctx() ctx: Context,
  ): Promise<Pipeline> {
    return createPipeline(ctx, input);
  }

  @Allow('crm:write')
  @Mutation(() => Pipeline, { description: 'Changes a pipeline and its stages.' })
  updatePipeline(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UpdatePipelineInput) input: UpdatePipelineInput,
    @Ctx() ctx: Context,
  ): Promise<Pipeline> {
    return updatePipeline(ctx, id, input);
  }

  @Allow('crm:write')
  @Mutation(() => ID, { description: 'Removes a pipeline in which nothing is open; it can be restored.' })
  removePipeline(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<string> {
    return removePipeline(ctx, id);
  }

  @Allow('crm:write')
  @Mutation(() => Pipeline, { description: 'Restores a removed pipeline.' })
  restorePipeline(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Pipeline> {
    return restorePipeline(ctx, id);
  }

  @Follow(
    () => PipelineChange,
    [pipelineCreated, pipelineUpdated, pipelineRemoved],
    'crm:read',
    "Each change of the tenant's pipelines, as it happens; with `after`, starting with those since then.",
  )
  async pipelineChanged({ type, payload: { pipelineId } }: EventOf<typeof pipelineUpdated>, ctx: Context) {
    const kind = kinds.get(type) ?? PipelineChangeKind.UPDATED;
    return { kind, pipelineId, pipeline: await findPipeline(ctx, pipelineId) };
  }

  @Directive('@listSize(assumedSize: 5)')
  @FieldResolver(() => [PipelineStage], { description: 'From the first to the last.' })
  stages(@Root() pipeline: Pipeline, @Ctx() ctx: Context): Promise<PipelineStage[]> {
    return stagesOf(ctx, pipeline);
  }

  @FieldResolver(() => Tenant)
  tenant(@Root() { tenantId }: Pipeline): Tenant {
    return { id: tenantId };
  }
}

@Resolver(() => PipelineStage)
class PipelineStageResolver {
  @FieldResolver(() => StageTotals, { description: 'How many opportunities stand in it, and what they are worth.' })
  totals(@Root() stage: PipelineStage, @Ctx() ctx: Context): Promise<StageTotals> {
    return totalsOf(ctx, stage);
  }
}

@Resolver(() => Tenant)
class TenantPipelinesResolver {
  @Allow('crm:read')
  @FieldResolver(() => PipelinePage, { description: 'Its pipelines, by name.' })
  pipelines(@Root() tenant: Tenant, @Ctx() ctx: Context, @Args(() => PageArgs) range: PageArgs): Promise<PipelinePage> {
    return pageOfPipelines(ctx, tenant.id, range);
  }
}

export const pipelinePart = part(
  Pipeline,
  PipelineStage,
  ...[PipelineResolver, PipelineStageResolver, TenantPipelinesResolver],
);
