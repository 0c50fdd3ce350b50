import { ref } from '@mikro-orm/core';
import type { Context } from '@mycelium/kit/context';
import { create, isSo } from '@mycelium/kit/crud';
import { Invalid } from '@mycelium/kit/errors';
import { stagesNow } from './find-pipelines.ts';
import { type Pipeline, PipelineStage } from './pipeline.ts';
import type { StageDraft } from './pipeline-input.ts';

interface StageMove {
  from: string;
  to: string;
}

/**
 * Gives a pipeline that is held these stages in this order, and answers whether that changes anything. Throws Invalid for a
 * stage that is not its own, and with STAGE_NOT_EMPTY where opportunities would have no place.
 */
export async function setStages(
  ctx: Context,
  pipeline: Pipeline,
  drafts: readonly StageDraft[],
  moves: readonly StageMove[],
): Promise<boolean> {
  const known = new Map((await stagesNow(ctx, pipeline)).map((stage) => [stage.id, stage]));
  const counts = await countsOf(ctx, pipeline);
  let isChanged = false;
  const stays = drafts.map(({ id, ...facts }, position) => {
    const stage = id == null ? undefined : known.get(id);
    if (id != null && !stage)
      throw new Invalid('There is no such stage.', ['input', 'stages', position, 'id'], { reason: 'UNKNOWN' });
    const count = (stage && counts.get(stage.id)) ?? 0;
    if (stage && stage.kind !== facts.kind && count > 0)
      throw notEmpty(stage, count, ['input', 'stages', position, 'kind']);
    isChanged ||= !stage || !isSo(stage, { ...facts, position });
    if (stage) return Object.assign(stage, facts, { position });
    return create(ctx, PipelineStage, { ...facts, side: pipeline.side, pipeline: ref(pipeline), position });
  });
  const gone = [...known.values()].filter((stage) => !stays.includes(stage));
  const targets = gone.map((stage) => ({ stage, to: targetOf(stage, counts.get(stage.id) ?? 0, stays, moves) }));
  await ctx.em.flush();
  for (const { stage, to } of targets) await handOver(ctx, stage, to);
  await ctx.em.flush();
  return isChanged || gone.length > 0;
}

/** Where what stands in a stage that goes is put: where it is said. What was removed needs a place to come back to as well, the first stage of its kind. */
function targetOf(
  stage: PipelineStage,
  count: number,
  stays: readonly PipelineStage[],
  moves: readonly StageMove[],
): PipelineStage {
  const said = moves.findIndex(({ from }) => from === stage.id);
  if (said < 0 && count > 0) throw notEmpty(stage, count, ['input', 'moves']);
  const target = stays.find(({ id, kind }) => kind === stage.kind && (said < 0 || id === moves[said]?.to));
  if (!target)
    throw new Invalid('There is no such stage of the same kind.', ['input', 'moves', said, 'to'], {
      reason: 'UNKNOWN',
    });
  return target;
}

/** Puts all that stands in a stage behind what stands in another one, in its order, and takes the stage away. */
async function handOver({ em }: Context, stage: PipelineStage, to: PipelineStage): Promise<void> {
  await em.execute(
    `update crm.opportunity r set stage_id = ?, version = r.version + 1, updated_at = now(), rank = r.rank + 1 + (
       select coalesce(max(o.rank), 0) from crm.opportunity o where o.stage_id = ?
     ) - (select min(o.rank) from crm.opportunity o where o.stage_id = ?)
     where r.stage_id = ?`,
    [to.id, to.id, stage.id, stage.id],
  );
  em.remove(stage);
}

async function countsOf({ em }: Context, { id }: Pipeline): Promise<ReadonlyMap<string, number>> {
  const rows = await em.execute<{ stage_id: string; count: number }[]>(
    'select stage_id, count(*)::int as count from crm.opportunity where pipeline_id = ? and removed_at is null group by stage_id',
    [id],
  );
  return new Map(rows.map(({ stage_id, count }) => [stage_id, count]));
}

function notEmpty({ id, name }: PipelineStage, count: number, path: readonly (string | number)[]): Invalid {
  return new Invalid(`There are ${count} opportunities in the stage ${name}.`, path, {
    reason: 'STAGE_NOT_EMPTY',
    stageId: id,
    opportunities: count,
  });
}
