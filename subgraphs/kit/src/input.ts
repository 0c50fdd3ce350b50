import type { z } from 'zod';
import { Invalid } from './errors.ts';
import { reasonOf } from './mistake.ts';

/** The input as its schema reads it, or an Invalid that names the first wrong field, as a path from the operation's arguments. */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  path: readonly string[] = ['input'],
): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  if (!issue) throw new Invalid('The input is not valid.', path);
  throw new Invalid(
    `${issue.message.replace(/\.?$/, '.')}`,
    [...path, ...issue.path.map(step)],
    reasonOf(issue, value),
  );
}

function step(key: PropertyKey): string | number {
  return typeof key === 'number' ? key : String(key);
}
