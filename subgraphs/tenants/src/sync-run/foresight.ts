import { isDeepStrictEqual } from 'node:util';
import { Side } from '../conflict/conflict.ts';
import { SyncChange, SyncDifference } from './difference.ts';
import { type Facts, factNames } from './merge.ts';
import { SyncRun } from './sync-run.ts';
import type { Work } from './work.ts';

/** How many differences of a run are kept; its steps count them all. */
const KEPT_AT_MOST = 1_000;

/** One item on one side, as it is and as it would be. */
interface Foreseen {
  side: Side;
  localId?: string;
  externalId?: string;
  before?: Partial<Facts>;
  after?: Partial<Facts>;
  name: Facts['name'];
}

/** What a run would do, seen without doing it. */
export class Foresight {
  /** The items that the pull has brought together, of which the push has nothing more to say. */
  readonly met = new Set<string>();
  readonly #differences: (Foreseen & { change: SyncChange })[] = [];
  #leftOut = 0;

  note(foreseen: Foreseen): void {
    if (this.#differences.length === KEPT_AT_MOST) this.#leftOut += 1;
    else this.#differences.push({ ...foreseen, change: changeOf(foreseen) });
  }

  /** Keeps the differences with the run, instead of those that earlier runs of this sync foresaw. */
  async keep({ inRun, runId, syncId, tenantId }: Work, language: string | undefined): Promise<void> {
    await inRun(async ({ em }) => {
      await em.execute(
        `delete from tenants.sync_difference using tenants.sync_run run
         where run.id = sync_difference.run_id and run.sync_id = ?`,
        [syncId],
      );
      await em.execute('update tenants.sync_run set differences_left_out = ? where id = ?', [this.#leftOut, runId]);
      const run = em.getReference(SyncRun, runId);
      for (const { side, change, localId, externalId, name, before, after } of this.#differences)
        em.create(SyncDifference, {
          run,
          tenantId,
          side,
          change,
          localId,
          externalId,
          name: name[language ?? ''] ?? Object.values(name)[0] ?? '',
          fields: fieldsOf(before, after),
        });
    });
  }
}

function changeOf({ before, after }: Foreseen): SyncChange {
  if (!after) return SyncChange.REMOVE;
  return before ? SyncChange.UPDATE : SyncChange.CREATE;
}

/** The fields of which one side of the change says something else; of an update, those that it names. */
function fieldsOf(before: Partial<Facts> | undefined, after: Partial<Facts> | undefined): SyncDifference['fields'] {
  const told = (facts: Partial<Facts> | undefined, name: keyof Facts) =>
    facts && name in facts ? { value: facts[name] } : undefined;
  return factNames
    .filter((field) => !after || field in after)
    .map((field) => ({ field, before: told(before, field), after: told(after, field) }))
    .filter(({ before, after }) => !isDeepStrictEqual(before, after));
}
