import type { Context } from '@mycelium/kit/context';
import type { Desk } from '@mycelium/kit/workers';
import { syncStatusChanged } from '@mycelium/schema/events';
import { SyncStep, type SyncStepName } from './sync-run.ts';

/** The run was cancelled, or another worker has it now. */
export class LostLease extends Error {}

/** A run at work: where it writes, and what it has done so far. */
export interface Work extends Desk {
  runId: string;
  syncId: string;
  tenantId: string;
  correlationId: string;
  steps: SyncStep[];
  /** One transaction in the run's tenant; throws LostLease when the run is not ours any more. */
  inRun<Result>(act: (ctx: Context) => Promise<Result>): Promise<Result>;
  isPreview: boolean;
  /** The most attempts that a call to the product took. */
  attempts(): number;
  /** How far it came, kept when it ends without breaking. */
  cursors: { local?: Date; remote?: string };
}

/** Takes a step; what it counted is kept and told when it is done. */
export async function takeStep(work: Work, name: SyncStepName, act: (step: SyncStep) => Promise<void>): Promise<void> {
  const step = Object.assign(new SyncStep(), { name });
  work.steps.push(step);
  await act(step);
  await tellProgress(work);
}

/** Lets those who watch see how far the run is. */
export async function tellProgress(work: Work): Promise<void> {
  await work.inRun(async (ctx) => {
    await ctx.em.execute('update tenants.sync_run set steps = ? where id = ?', [
      JSON.stringify(work.steps),
      work.runId,
    ]);
    ctx.publish(syncStatusChanged, { syncId: work.syncId, runId: work.runId });
  });
}
