import { settingsKey } from '@mycelium/bus/keys';
import type { Context } from '@mycelium/kit/context';
import { legibleJson } from '@mycelium/kit/legible';
import { eventSchema } from '@mycelium/schema/event-type';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { answerSchema } from '../tracking/answer.ts';

const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue('is no JSON');
    return z.NEVER;
  }
});

/** An event as it came, since it may be delivered again, with what is read of it. */
const eventText = z.string().transform((text, context) => {
  const read = json.pipe(eventSchema).safeParse(text);
  if (read.success) return { text, type: read.data.type, source: read.data.source, at: read.data.at };
  context.addIssue(`is no event: ${z.prettifyError(read.error)}`);
  return z.NEVER;
});

const attemptsText = json.pipe(z.array(z.looseObject({ ended: z.number() })));

const delivery = { tenant: z.uuid(), application: z.string(), id: z.uuid() };

/** What the bus hands the keeper of a delivery: where it stands now, with its event; or that it was acknowledged, with the answer. */
export const toldSchema = z.discriminatedUnion('what', [
  z.object({
    ...delivery,
    what: z.enum(['PUBLISHED', 'FAILED', 'TIMEOUT']),
    event: eventText,
    error: z.string().optional(),
    attempts: attemptsText.optional(),
    published: z.coerce.number().optional(),
    ended: z.coerce.number().optional(),
  }),
  z.object({
    ...delivery,
    what: z.literal('ACKNOWLEDGED'),
    answer: json.pipe(answerSchema),
    /** Those that failed before; left out by a version that did not say them. */
    attempts: attemptsText.optional(),
  }),
]);
export type Told = z.infer<typeof toldSchema>;
type Success = Extract<Told, { what: 'ACKNOWLEDGED' }>;
type Standing = Exclude<Told, Success>;

const isSuccess = (told: Told): told is Success => told.what === 'ACKNOWLEDGED';

/** Writes what the bus said, in order for each delivery, with a statement or two for many of them. */
export async function writeRows(ctx: Context, all: readonly Told[]): Promise<void> {
  for (const told of inTurn(all)) {
    await writeStanding(
      ctx,
      told.filter((each) => !isSuccess(each)),
    );
    await writeSuccesses(ctx, told.filter(isSuccess));
  }
}

/** What was said first of each delivery, then what was said second, and so on. */
function inTurn(all: readonly Told[]): Told[][] {
  const turns: Told[][] = [];
  const seen = new Map<string, number>();
  for (const told of all) {
    const key = `${told.tenant} ${told.application} ${told.id}`;
    const turn = seen.get(key) ?? 0;
    seen.set(key, turn + 1);
    turns[turn] = [...(turns[turn] ?? []), told];
  }
  return turns;
}

async function writeStanding({ em }: Context, told: readonly Standing[]): Promise<void> {
  if (told.length === 0) return;
  const rows = told.map(({ tenant, application, id, what, event, error, attempts, published, ended }) => ({
    id: uuidv7(),
    tenant_id: tenant,
    event_id: id,
    event_type: event.type,
    source_application: event.source,
    target_application: application,
    status: what,
    event: event.text,
    last_error: error,
    attempts,
    published_at: published ? new Date(published) : event.at,
    ended_at: ended ? new Date(ended) : undefined,
    first_failed_at: firstFailure(attempts?.[0]?.ended ?? ended),
  }));
  await em.execute(
    `insert into events.event_tracking (id, created_at, updated_at, version, tenant_id, event_id, event_type, source_application,
       target_application, status, acknowledged, event, last_error, attempts, published_at, ended_at, first_failed_at)
     select id, now(), now(), 1, tenant_id, event_id, event_type, source_application, target_application, status, false, event::json,
       last_error, attempts, published_at, ended_at, first_failed_at
     from jsonb_to_recordset(?::jsonb) as told (id uuid, tenant_id uuid, event_id uuid, event_type text, source_application text,
       target_application text, status text, event text, last_error text, attempts jsonb, published_at timestamptz, ended_at timestamptz,
       first_failed_at timestamptz)
     on conflict (tenant_id, event_id, target_application) do update set status = excluded.status, acknowledged = false,
       acknowledgment_data = null, last_error = coalesce(excluded.last_error, events.event_tracking.last_error),
       attempts = ${withEarlier('events.event_tracking.attempts', 'excluded.attempts')}, ended_at = excluded.ended_at,
       first_failed_at = coalesce(events.event_tracking.first_failed_at, excluded.first_failed_at), updated_at = now(), version = events.event_tracking.version + 1`,
    [legibleJson(rows)],
  );
}

const firstFailure = (at: number | undefined): Date | undefined => (at ? new Date(at) : undefined);

/** How many failed attempts of a delivery are kept; of one that is retried for ever, the last. */
const ATTEMPTS_KEPT = 200;

/** The attempts of a retry follow those of before. */
function withEarlier(before: string, since: string): string {
  const all = `coalesce(${before}, '[]') || coalesce(${since}, '[]')`;
  return `jsonb_path_query_array(${all}, '$[last - ${ATTEMPTS_KEPT - 1} to last]')`;
}

/** A success has a row only where the tenant wants its history. */
async function writeSuccesses({ em, redis }: Context, told: readonly Success[]): Promise<void> {
  const tenants = [...new Set(told.map(({ tenant }) => tenant))];
  const modes = await Promise.all(tenants.map((tenant) => redis.hget(settingsKey(tenant), 'mode')));
  const forgetting = new Set(tenants.filter((_, index) => !keepsHistory(modes[index])));
  const rowsOf = (some: readonly Success[]): string =>
    legibleJson(
      some.map(({ tenant, application, id, answer, attempts }) => ({
        tenant_id: tenant,
        event_id: id,
        target_application: application,
        data: answer.data,
        attempts,
        ended_at: new Date(answer.ended),
      })),
    );
  const [gone, kept] = [
    told.filter(({ tenant }) => forgetting.has(tenant)),
    told.filter(({ tenant }) => !forgetting.has(tenant)),
  ];
  if (gone.length > 0)
    await em.execute(`delete from events.event_tracking row using ${SUCCESSES} where ${SAME_DELIVERY}`, [rowsOf(gone)]);
  if (kept.length > 0)
    await em.execute(
      `update events.event_tracking row set status = 'ACKNOWLEDGED', acknowledged = true, acknowledgment_data = told.data,
         attempts = ${withEarlier('row.attempts', 'told.attempts')}, ended_at = told.ended_at, updated_at = now(), version = row.version + 1
       from ${SUCCESSES} where ${SAME_DELIVERY}`,
      [rowsOf(kept)],
    );
}

const SUCCESSES =
  'jsonb_to_recordset(?::jsonb) as told (tenant_id uuid, event_id uuid, target_application text, data jsonb, attempts jsonb, ended_at timestamptz)';
const SAME_DELIVERY =
  'row.tenant_id = told.tenant_id and row.event_id = told.event_id and row.target_application = told.target_application';

const keepsHistory = (mode: string | null | undefined): boolean => mode === 'THIRTY_DAYS' || mode === 'FULL_HISTORY';
