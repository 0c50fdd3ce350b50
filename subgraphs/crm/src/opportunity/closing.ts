import type { Context } from '@mycelium/kit/context';
import { Invalid } from '@mycelium/kit/errors';
import { type PipelineStage, StageKind } from '../pipeline/pipeline.ts';

interface Closing {
  closedAt: Date | null;
  reason: string | null;
}

/** What a stage says of an opportunity that is put there: whether it is closed, since when and why; throws Invalid for one that is lost without a reason. */
export function closing(
  ctx: Context,
  stage: PipelineStage,
  given: { reason?: string | null; since?: Date | null },
): Closing {
  if (stage.kind === StageKind.LOST && !given.reason)
    throw new Invalid('Say why it was lost.', ['input', 'reason'], { reason: 'MISSING' });
  return closingAs(ctx, stage, given);
}

/** The same for one that comes back, whose reason nobody can be asked for. */
export function closingAs(
  { now }: Context,
  { kind }: PipelineStage,
  { reason, since }: { reason?: string | null; since?: Date | null },
): Closing {
  return kind === StageKind.OPEN
    ? { closedAt: null, reason: null }
    : { closedAt: since ?? now(), reason: reason ?? null };
}
