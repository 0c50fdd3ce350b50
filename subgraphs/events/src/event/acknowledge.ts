import {
  type Acknowledged,
  acknowledgeDeliveries,
  type Failed,
  type Failure,
  failDeliveries,
} from '@mycelium/bus/answer';
import { ownTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { Conflict, Forbidden, NotFound } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { z } from 'zod';
import { onBus } from '../on-bus.ts';
import { checkSpeaker } from './check-speaker.ts';
import { type AcknowledgmentInput, AcknowledgmentOutcome, answerSchema } from './event.ts';

const batchSchema = z
  .array(z.unknown())
  .min(1, 'The id of an event is needed')
  .max(500, 'At most 500 events at a time');

/** An application says that it has processed events; answers for each how that went. */
export async function acknowledge(
  ctx: Context,
  application: string,
  inputs: readonly AcknowledgmentInput[],
): Promise<AcknowledgmentOutcome[]> {
  await checkSpeaker(ctx, application);
  parseInput(batchSchema, inputs, ['acknowledgments']);
  const answers = inputs.map(({ eventId, data }) => ({ id: eventId, data: data ?? undefined }));
  const isKept = answers.map(({ data }) => data === undefined || answerSchema.safeParse(data).success);
  const kept = answers.filter((_, index) => isKept[index]);
  const outcomes =
    kept.length === 0
      ? []
      : await onBus(ctx, (redis) => acknowledgeDeliveries(redis, ownTenant(ctx), application, kept));
  return isKept.map((isRight) => AcknowledgmentOutcome[(isRight && outcomes.shift()) || 'REFUSED']);
}

/** An application says that it has processed one event; throws when that cannot be acknowledged. */
export async function acknowledgeOne(
  ctx: Context,
  application: string,
  input: AcknowledgmentInput,
): Promise<AcknowledgmentOutcome> {
  if (input.data) parseInput(answerSchema, input.data, ['data']);
  const [outcome = AcknowledgmentOutcome.UNKNOWN] = await acknowledge(ctx, application, [input]);
  if (outcome === AcknowledgmentOutcome.ACKNOWLEDGED || outcome === AcknowledgmentOutcome.AGAIN) return outcome;
  throw refusalOf(outcome, application, input.eventId);
}

/** An application says that it could not process an event; answers RETRYING, or FAILED when it is given up. */
export async function failOne(
  ctx: Context,
  application: string,
  { id, attempt, reason, mayRetry }: Omit<Failure, 'attempt'> & { attempt?: number | null },
): Promise<AcknowledgmentOutcome> {
  await checkSpeaker(ctx, application);
  const said = parseInput(
    z.string().trim().min(1, 'A reason is needed').max(2_000, 'A reason has at most 2,000 characters'),
    reason,
    ['reason'],
  );
  const failures = [{ id, attempt: attempt ?? undefined, reason: said, mayRetry }];
  const [outcome = 'UNKNOWN'] = await onBus(ctx, (redis) =>
    failDeliveries(redis, ownTenant(ctx), application, failures),
  );
  if (outcome === 'RETRYING' || outcome === 'FAILED') return AcknowledgmentOutcome[outcome];
  throw refusalOf(outcome, application, id);
}

function refusalOf(outcome: Acknowledged | Failed | 'REFUSED', application: string, id: string): Error {
  if (outcome === 'NO_TARGET') return new Forbidden(`The event ${id.slice(0, 80)} is not for ${application}.`);
  if (outcome === 'UNKNOWN') return new NotFound('Event', id);
  return new Conflict(`The event has already ended as ${outcome}.`, { status: outcome });
}
