import { answerKey } from '@mycelium/bus/keys';
import { type Redelivered, redeliverEvent } from '@mycelium/bus/redeliver';
import type { Context } from '@mycelium/kit/context';
import { Invalid, Refusal } from '@mycelium/kit/errors';
import { parseExact } from '@mycelium/kit/exact-json';
import { flawInJson } from '@mycelium/kit/flaw';
import { parseInput } from '@mycelium/kit/input';
import { type Event, eventSchema } from '@mycelium/schema/event-type';
import type { Redis } from 'ioredis';
import { z } from 'zod';
import { checkEvent } from '../event/check-event.ts';
import { publishSchema } from '../event/event.ts';
import { checkTogether } from '../event-type/own-payload.ts';
import { type Registry, readRegistry } from '../event-type/registry.ts';
import { onBus } from '../on-bus.ts';
import { type EventImport, type ImportedLine, ImportStatus } from './transfer.ts';

const linesSchema = z.array(z.string()).min(1, 'At least 1 line is needed').max(500, 'At most 500 lines at a time');

const { payload, orderingKey } = publishSchema.shape;
const short = z.string().max(200, 'This has at most 200 characters');
const lineSchema = z.object({
  target: short,
  event: eventSchema.extend({
    actor: z.object({ kind: short, id: short }),
    correlationId: short,
    region: short.nullish(),
    orderingKey,
    payload,
  }),
});

/** Clocks of two regions differ by less. */
const AHEAD_MS = 5 * 60 * 1000;

interface Delivery {
  target: string;
  event: Event;
}

/** Takes deliveries over, with their ids, each once. Each line is checked as if it were published here, and answered for itself. */
export async function importEvents(ctx: Context, tenant: string, lines: readonly string[]): Promise<EventImport> {
  parseInput(linesSchema, lines, ['lines']);
  const registry = await readRegistry(ctx, tenant);
  const read = checkTogether(() => lines.map((line) => readLine(ctx, tenant, registry, line)));
  const answers = await onBus(ctx, (redis) =>
    Promise.all(read.map((line) => (line instanceof Refusal ? line : deliver(redis, tenant, line)))),
  );
  const results = answers.map((answer, index) => ({ line: index + 1, ...resultOf(answer) }));
  const count = (status: ImportStatus): number => results.filter((result) => result.status === status).length;
  return {
    imported: count(ImportStatus.IMPORTED),
    known: count(ImportStatus.KNOWN),
    refused: count(ImportStatus.REFUSED),
    lines: results,
  };
}

/** The delivery of a line, or what is wrong with it. */
function readLine(ctx: Context, tenant: string, registry: Registry, line: string): Delivery | Refusal {
  try {
    const { target, event } = parseInput(lineSchema, jsonOf(line), []);
    if (event.feed !== tenant) throw new Invalid('This event belongs to another tenant.', ['event', 'feed']);
    if (Date.parse(event.at) > Date.now() + AHEAD_MS)
      throw new Invalid('This event has not been published yet.', ['event', 'at']);
    const given = { eventType: event.type, source: event.source, targets: [target], payload: event.payload };
    const checked = checkEvent(ctx, registry, given, ['event']);
    const { region, orderingKey: key, ...rest } = event;
    const optional = { region: region ?? undefined, orderingKey: key ?? undefined };
    return { target, event: { ...rest, ...optional, type: checked.type.name, payload: checked.payload } };
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function jsonOf(line: string): unknown {
  let value: unknown;
  try {
    value = parseExact(line);
  } catch {
    throw new Invalid('This line is not JSON.', [], { reason: 'WRONG_FORM' });
  }
  const flaw = flawInJson(value);
  if (flaw) throw new Invalid(flaw.message, flaw.path, { reason: flaw.reason });
  return value;
}

async function deliver(redis: Redis, tenant: string, { target, event }: Delivery): Promise<Redelivered> {
  if ((await redis.exists(answerKey(tenant, target, event.id))) === 1) return 'ENDED';
  return redeliverEvent(redis, event, target, { isReplay: false, wasStored: false });
}

function resultOf(answer: Redelivered | Refusal): Omit<ImportedLine, 'line'> {
  if (!(answer instanceof Refusal))
    return { status: answer === 'DELIVERED' ? ImportStatus.IMPORTED : ImportStatus.KNOWN };
  const { path, reason } = answer.extensions;
  return {
    status: ImportStatus.REFUSED,
    problem: answer.message,
    reason: typeof reason === 'string' ? reason : undefined,
    path: Array.isArray(path) ? path.map(String) : undefined,
  };
}
