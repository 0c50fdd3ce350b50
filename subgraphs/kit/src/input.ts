import type { z } from 'zod';
import { Invalid } from './errors.ts';
import { reasonOf } from './mistake.ts';

/** The input as its schema reads it, or an Invalid that names the first wrong field, as a path from the operation's arguments. */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  path: readonly (string | number)[] = ['input'],
): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  if (!issue) throw new Invalid('The input is not valid.', path);
  const mistake = reasonOf(issue, value);
  throw new Invalid(sentenceOf(issue, mistake.reason), [...path, ...issue.path.map(step)], mistake);
}

/** What our schemas say themselves, and for a value of another type or none something that is no programmer's word. */
function sentenceOf({ code, message }: z.core.$ZodIssue, reason: string | undefined): string {
  if (code !== 'invalid_type' || !message.startsWith('Invalid input')) return message.replace(/\.?$/, '.');
  return reason === 'MISSING' ? 'This is missing.' : 'This is not in the right format.';
}

function step(key: PropertyKey): string | number {
  return typeof key === 'number' ? key : String(key);
}
