import type { Context } from '@mycelium/kit/context';
import type { Product } from '../service/product.ts';
import type { SyncConfig } from '../sync/sync-config.ts';
import type { Catalogue } from './catalogue.ts';
import type { Foresight } from './foresight.ts';
import type { Menu } from './menu.ts';
import { SyncFailure } from './sync-failure.ts';
import { type Told, told } from './sync-reason.ts';
import { type OnlyItems, SyncRun, type SyncStep } from './sync-run.ts';
import type { Work } from './work.ts';

/** What pull and push need. */
export interface Job {
  work: Work;
  catalogue: Catalogue;
  menu: Menu;
  settings: {
    product: Product;
    config: SyncConfig;
    /** Whether everything goes over, known or not. */
    isWhole: boolean;
    only: OnlyItems | undefined;
    /** What the run before could not bring over, and this one tries again. */
    again: OnlyItems;
    /** The tenant's. */
    currency: string;
    localCursor: Date | undefined;
    remoteCursor: string | undefined;
  };
  /** Where it is noted what would be done, instead of doing it. */
  foresight: Foresight | undefined;
  /** How far this run came on either side. */
  reached: Work['cursors'];
}

/** How many failures of a run are kept; its steps count them all. */
export const FAILURES_KEPT = 1_000;

export interface Failure extends Told {
  localId?: string;
  externalId?: string;
  name?: string;
}

/** What a page of a step came to. */
interface Page {
  step: SyncStep;
  /** Where the next one begins; without it, the step is done. */
  after: string | undefined;
  failures: readonly Failure[];
}

/** Keeps a page: what it changed, what failed, what it counted and how far the run is, all or nothing. What only turns out to fail while it is kept, `act` answers. */
export async function keepPage(
  { work, reached }: Job,
  { step, after, failures }: Page,
  act: (ctx: Context) => Promise<readonly Failure[]>,
): Promise<void> {
  const { local, remote } = reached;
  const under = after === undefined ? {} : { step: step.name, after };
  await work.keep({ ...under, reached: { local: local?.toISOString(), remote } }, async (ctx) => {
    step.failed += await keepFailures(ctx, work, [...failures, ...(await act(ctx))]);
  });
}

/** What a failure calls an item: its name in the first language that has one. */
export function nameOf(names: Record<string, string> | undefined): string | undefined {
  return Object.values(names ?? {})[0]?.slice(0, 200);
}

/** The failure of what the product gave the id of another. */
export function idTaken({ localId, externalId }: { localId: string; externalId: string }): Failure {
  return { localId, externalId, ...told('It was given the id of another one.', 'ID_TAKEN') };
}

/** Keeps what failed, each once for a run, and answers how many there were. */
async function keepFailures({ em }: Context, { runId, tenantId }: Work, given: readonly Failure[]): Promise<number> {
  if (given.length === 0) return 0;
  const run = em.getReference(SyncRun, runId);
  const either = [{ externalId: { $in: idsOf(given, 'externalId') } }, { localId: { $in: idsOf(given, 'localId') } }];
  const known = await em.find(SyncFailure, { run, $or: either }, { fields: ['externalId', 'localId'] });
  const told = new Set(known.flatMap(({ externalId, localId }) => [externalId, localId]).filter((id) => id != null));
  const failures = given.filter(({ externalId = '', localId = '' }) => !told.has(externalId) && !told.has(localId));
  const room = Math.max(0, FAILURES_KEPT - (await em.count(SyncFailure, { run })));
  for (const failure of failures.slice(0, room)) em.create(SyncFailure, { ...failure, run, tenantId });
  const beyond = failures.length - room;
  if (beyond > 0)
    await em.execute('update tenants.sync_run set failures_left_out = failures_left_out + ? where id = ?', [
      beyond,
      runId,
    ]);
  return failures.length;
}

function idsOf(failures: readonly Failure[], side: 'externalId' | 'localId'): string[] {
  return failures.flatMap((failure) => failure[side] ?? []);
}

/** Cuts values into pieces of at most this length, from a place on; each says where the next one begins. */
export function* pieces<Value>(
  values: readonly Value[],
  length: number,
  from = '0',
): Generator<{ some: Value[]; next: string }> {
  for (let start = Number(from); start < values.length; start += length)
    yield { some: values.slice(start, start + length), next: String(start + length) };
}
