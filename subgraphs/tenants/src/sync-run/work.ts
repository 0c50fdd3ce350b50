import type { Context } from '@mycelium/kit/context';
import type { Desk } from '@mycelium/kit/workers';
import { type Progress, SyncStep, type SyncStepName } from './sync-run.ts';

/** The run was cancelled, or another worker has it now. */
export class LostLease extends Error {}

/** A run at work: where it writes, and what it has done so far. */
export interface Work extends Desk {
  runId: string;
  syncId: string;
  tenantId: string;
  correlationId: string;
  /** The steps so far, also those that a worker took who died. */
  steps: SyncStep[];
  /** Where it goes on; a run that begins has none. */
  progress: Progress | undefined;
  /** One transaction in the run's tenant; throws LostLease when the run is not ours any more. */
  inRun<Result>(act: (ctx: Context) => Promise<Result>): Promise<Result>;
  /** As inRun, and keeps in the same transaction what was counted and how far the run is, so that it goes on from here. */
  keep(progress: Progress, act?: (ctx: Context) => Promise<void>): Promise<void>;
  /** Lets those who watch see how far the run is, unless they heard it a moment ago. */
  tell(): Promise<void>;
  /** Throws LostLease when the run is not ours any more; for between the writes to others. */
  checkLease(): Promise<void>;
  isPreview: boolean;
  /** The most attempts that a call to the product took. */
  attempts(): number;
  /** How far it came, kept when it ends without breaking. */
  cursors: { local?: Date; remote?: string };
}

/** Takes a step, or goes on with it where it was left. What has no pages is kept with what follows, or done again. */
export async function takeStep(
  work: Work,
  name: SyncStepName,
  act: (step: SyncStep, after: string | undefined) => Promise<void>,
): Promise<void> {
  const known = work.steps.find((step) => step.name === name);
  const isUnderWay = work.progress?.step === name;
  if (known && !isUnderWay) return;
  const step = known ?? Object.assign(new SyncStep(), { name });
  if (!known) work.steps.push(step);
  await act(step, isUnderWay ? work.progress?.after : undefined);
  await work.tell();
}
