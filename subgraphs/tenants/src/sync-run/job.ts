import type { Context } from '@mycelium/kit/context';
import type { Product } from '../service/product.ts';
import type { SyncConfig } from '../sync/sync-config.ts';
import type { Catalogue } from './catalogue.ts';
import type { Foresight } from './foresight.ts';
import type { Menu } from './menu.ts';
import { SyncFailure } from './sync-failure.ts';
import type { Told } from './sync-reason.ts';
import { type OnlyItems, SyncRun, type SyncStepName } from './sync-run.ts';
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
    localCursor: Date | undefined;
    remoteCursor: string | undefined;
  };
  /** Where it is noted what would be done, instead of doing it. */
  foresight: Foresight | undefined;
  /** How far this run came on either side. */
  reached: Work['cursors'];
}

export interface Failure extends Told {
  localId?: string;
  externalId?: string;
}

/** What a page of a step came to. */
interface Page {
  step: SyncStepName;
  /** Where the next one begins; without it, the step is done. */
  after: string | undefined;
  failures: readonly Failure[];
}

/** Keeps a page: what it changed, what failed, what it counted and how far the run is, all or nothing. */
export async function keepPage(
  { work, reached }: Job,
  { step, after, failures }: Page,
  act: (ctx: Context) => Promise<void>,
): Promise<void> {
  const { local, remote } = reached;
  const under = after === undefined ? {} : { step, after };
  await work.keep({ ...under, reached: { local: local?.toISOString(), remote } }, async (ctx) => {
    await act(ctx);
    const run = ctx.em.getReference(SyncRun, work.runId);
    for (const failure of failures) ctx.em.create(SyncFailure, { ...failure, run, tenantId: work.tenantId });
  });
}

/** In pieces of at most this length, each with the place where the next one begins, from such a place on. */
export function* pieces<Value>(
  values: readonly Value[],
  length: number,
  from = '0',
): Generator<{ some: Value[]; next: string }> {
  for (let start = Number(from); start < values.length; start += length)
    yield { some: values.slice(start, start + length), next: String(start + length) };
}
