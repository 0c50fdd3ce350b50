import type { Context } from '@mycelium/kit/context';
import type { PipelineStage } from '../pipeline/pipeline.ts';

/** Between two that follow each other; what is put between them halves it. */
const GAP = 2 ** 20;

interface Place {
  id: string;
  rank: number;
}

/**
 * A rank in a stage that is held: right below another opportunity, or on top. Where that other one has gone meanwhile it is
 * the last one, so that whoever drops a card always has a place for it.
 */
export async function rankIn(ctx: Context, stage: PipelineStage, id: string, below?: string | null): Promise<number> {
  if (below == null) return (await edgeOf(ctx, stage, 'min')) - GAP;
  const [place, next] = await placesFrom(ctx, stage, id, below);
  if (!place) return (await edgeOf(ctx, stage, 'max')) + GAP;
  if (!next) return place.rank + GAP;
  if (next.rank - place.rank > 1) return Math.floor((place.rank + next.rank) / 2);
  await spread(ctx, stage, id);
  return rankIn(ctx, stage, id, below);
}

/** Whether it stands right there already. */
export async function isThere({ em }: Context, stage: PipelineStage, { id, rank }: Place, below?: string | null) {
  const [above] = await em.execute<Place[]>(
    'select id from crm.opportunity where stage_id = ? and removed_at is null and (rank, id) < (?, ?::uuid) order by rank desc, id desc limit 1',
    [stage.id, rank, id],
  );
  return (above?.id ?? null) === (below ?? null);
}

/** The opportunity and the one that follows it, as if the one that moves were not there. */
async function placesFrom({ em }: Context, stage: PipelineStage, id: string, below: string): Promise<Place[]> {
  const rows = await em.execute<{ id: string; rank: string }[]>(
    `select o.id, o.rank from crm.opportunity o, crm.opportunity b
     where b.id::text = ? and b.stage_id = ? and b.removed_at is null and b.id <> ?
       and o.stage_id = b.stage_id and o.id <> ? and (o.rank, o.id) >= (b.rank, b.id)
     order by o.rank, o.id limit 2`,
    [below.toLowerCase(), stage.id, id, id],
  );
  return rows.map((row) => ({ id: row.id, rank: Number(row.rank) }));
}

async function edgeOf({ em }: Context, { id }: PipelineStage, edge: 'min' | 'max'): Promise<number> {
  const [found] = await em.execute<{ rank: string | null }[]>(
    `select ${edge}(rank) as rank from crm.opportunity where stage_id = ?`,
    [id],
  );
  return Number(found?.rank ?? 0);
}

/** Makes room between all of them but the one that moves; their order stays. */
async function spread({ em }: Context, stage: PipelineStage, id: string): Promise<void> {
  await em.execute(
    `update crm.opportunity r set rank = sorted.place * ${GAP} from (
       select id, row_number() over (order by rank, id) as place from crm.opportunity where stage_id = ? and id <> ?
     ) sorted where r.id = sorted.id`,
    [stage.id, id],
  );
}
