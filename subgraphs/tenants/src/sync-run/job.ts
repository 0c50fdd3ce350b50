import type { Product } from '../service/product.ts';
import type { SyncConfig } from '../sync/sync-config.ts';
import type { Catalogue } from './catalogue.ts';
import type { Foresight } from './foresight.ts';
import type { Menu } from './menu.ts';
import { SyncFailure } from './sync-failure.ts';
import { type OnlyItems, SyncRun } from './sync-run.ts';
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
  reached: { local?: Date; remote?: string };
}

export interface Failure {
  localId?: string;
  externalId?: string;
  message: string;
}

/** Keeps what failed, in a transaction of the run. */
export async function keepFailures({ work }: Job, failures: readonly Failure[]): Promise<void> {
  if (failures.length === 0) return;
  await work.inRun(async ({ em }) => {
    const run = em.getReference(SyncRun, work.runId);
    for (const failure of failures) em.create(SyncFailure, { ...failure, run, tenantId: work.tenantId });
  });
}

/** In pieces of at most this length. */
export function* pieces<Value>(values: readonly Value[], length: number): Generator<Value[]> {
  for (let start = 0; start < values.length; start += length) yield values.slice(start, start + length);
}
