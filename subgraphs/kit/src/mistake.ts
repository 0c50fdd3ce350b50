import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** What is wrong with a value, for clients that say it in words of their own. */
type Mistake = { reason?: string; limit?: number };

const small: Record<string, string> = { string: 'TOO_SHORT', array: 'TOO_FEW' };
const large: Record<string, string> = { string: 'TOO_LONG', array: 'TOO_MANY' };
const forms: Record<string, string> = { email: 'NOT_EMAIL', url: 'NOT_URL' };

/** The reason for which a schema refused a value, with its limit; a rule of a schema's own names it in `params`. */
export function reasonOf(issue: Issue, value: unknown): Mistake {
  if (issue.code === 'too_small') {
    const limit = Number(issue.minimum);
    if (limit === 1 && issue.origin in small) return { reason: 'MISSING' };
    return { reason: issue.inclusive === false ? 'NOT_ABOVE' : (small[issue.origin] ?? 'TOO_SMALL'), limit };
  }
  if (issue.code === 'too_big') return { reason: large[issue.origin] ?? 'TOO_LARGE', limit: Number(issue.maximum) };
  if (issue.code === 'invalid_format') return { reason: forms[issue.format] ?? 'WRONG_FORM' };
  if (issue.code === 'invalid_type') return { reason: wrongType(issue.expected, at(value, issue.path)) };
  return issue.code === 'custom' ? { ...issue.params } : {};
}

function wrongType(expected: string, value: unknown): string | undefined {
  if (value == null) return 'MISSING';
  if (expected === 'int') return 'NOT_WHOLE';
  return expected === 'number' ? 'NOT_A_NUMBER' : undefined;
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((found, key) => (found == null ? found : Reflect.get(Object(found), key)), value);
}
