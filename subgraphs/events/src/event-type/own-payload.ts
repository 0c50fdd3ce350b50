import { workedMs } from '@mycelium/schema/worked';
import type { ErrorObject } from 'ajv';
import { z } from 'zod';
import { type CheckPayload, compileSchema } from './compile-schema.ts';
import { limitTime, TookTooLong } from './limit-time.ts';

/** How long one payload may be checked, and how long all those of one call. */
const PAYLOAD_MS = 100;
const CALL_MS = 1_000;

/** How much time is left for the call that is checked now. */
let left = Number.POSITIVE_INFINITY;

/** Checks the payloads of one call, which share the time that it has; work waits for nothing. */
export function checkTogether<Result>(work: () => Result): Result {
  left = CALL_MS;
  try {
    return work();
  } finally {
    left = Number.POSITIVE_INFINITY;
  }
}

/** What a tenant's own JSON Schema allows. One that cannot be checked, since it was registered when more was allowed, allows nothing. */
export function ownPayload(schema: Record<string, unknown>): z.ZodType {
  let check: CheckPayload | undefined;
  return z.unknown().superRefine((payload, context) => {
    const begin = workedMs();
    try {
      if (left <= 0) throw new TookTooLong('These take too long to check together');
      check ??= compileSchema(schema);
      const wrong = inTime(check, payload);
      if (wrong) context.addIssue(issueOf(wrong));
    } catch (error) {
      const isSlow = error instanceof TookTooLong;
      // Stopped at its work, it may have left something half done.
      if (isSlow) check = undefined;
      context.addIssue({
        code: 'custom',
        message: isSlow ? error.message : 'The schema of this type cannot be checked; register a new version of it',
        params: { reason: isSlow ? 'TOO_SLOW' : 'NO_SCHEMA' },
      });
    } finally {
      left -= workedMs() - begin;
    }
  });
}

function inTime(check: CheckPayload, payload: unknown): ErrorObject | undefined {
  return limitTime(Math.min(PAYLOAD_MS, left), () => check(payload));
}

const limits: Record<string, string> = {
  minimum: 'TOO_SMALL',
  maximum: 'TOO_LARGE',
  exclusiveMinimum: 'NOT_ABOVE',
  exclusiveMaximum: 'TOO_LARGE',
  minLength: 'TOO_SHORT',
  maxLength: 'TOO_LONG',
  minItems: 'TOO_FEW',
  maxItems: 'TOO_MANY',
};

function issueOf({ keyword, instancePath, params, message = 'does not fit' }: ErrorObject) {
  const place = instancePath.split('/').slice(1).map(decoded);
  const missing = keyword === 'required' ? [String(params.missingProperty)] : [];
  const extra = keyword === 'additionalProperties' ? [String(params.additionalProperty)] : [];
  return {
    code: 'custom' as const,
    path: [...place, ...missing, ...extra],
    message: `It ${message}`,
    params: reasonOf(keyword, params),
  };
}

/** A step of a JSON pointer. */
function decoded(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}

function reasonOf(keyword: string, params: Record<string, unknown>): Record<string, unknown> {
  if (keyword === 'required') return { reason: 'MISSING' };
  const reason = limits[keyword];
  if (reason)
    return reason === 'TOO_SHORT' && params.limit === 1 ? { reason: 'MISSING' } : { reason, limit: params.limit };
  if (keyword === 'type' && params.type === 'integer') return { reason: 'NOT_WHOLE' };
  if (keyword === 'type' && params.type === 'number') return { reason: 'NOT_A_NUMBER' };
  if (keyword === 'format' && params.format === 'email') return { reason: 'NOT_EMAIL' };
  return keyword === 'format' || keyword === 'pattern' ? { reason: 'WRONG_FORM' } : {};
}
