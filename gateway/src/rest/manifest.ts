import { parse } from 'yaml';
import { z } from 'zod';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export type Method = (typeof methods)[number];

/** Where a variable comes from. */
export type Source = { in: 'path' | 'query'; name: string } | { in: 'body'; name?: string };

/** One path and what answers it. */
export interface Route {
  method: Method;
  /** With `{parameters}`. */
  path: string;
  summary?: string;
  operation: string;
  variables: Record<string, Source>;
  /** The response keys down to the answer. */
  answer: string[];
}

const ROUTE = /^([A-Z]+) (\/api\/(?:[\w.~-]+|\{\w+\})(?:\/(?:[\w.~-]+|\{\w+\}))*)$/;
const SOURCE = /^(?:(path|query|body)\.(\w+)|body)$/;

const entrySchema = z.strictObject({
  summary: z.string().optional(),
  operation: z.string(),
  variables: z.record(z.string(), z.string().regex(SOURCE, 'is path.name, query.name, body or body.name')).default({}),
  answer: z.string().regex(/^(\/\w+)+$/, 'is a pointer into the data, like /tenant/name'),
});
const manifestSchema = z.record(
  z.string().regex(ROUTE, 'is a method and a path below /api, like "GET /api/tenants/{slug}"'),
  entrySchema,
);

/** The routes of a `rest.yml`; throws with one sentence for each mistake. */
export function readManifest(text: string): Route[] {
  const read = manifestSchema.safeParse(parse(text) ?? {});
  if (!read.success) {
    const problems = read.error.issues.map((issue) => {
      const message = issue.code === 'invalid_key' ? issue.issues[0]?.message : issue.message;
      return `rest.yml: ${issue.path.join(' → ')}: ${message}.`;
    });
    throw new Error(problems.join('\n'));
  }
  return Object.entries(read.data).map(([key, { variables, answer, ...entry }]) => {
    const [, method, path] = ROUTE.exec(key) ?? [];
    const known = methods.find((each) => each === method);
    if (!known || !path) throw new Error(`rest.yml: ${key}: there is no method ${method}.`);
    return {
      ...entry,
      method: known,
      path,
      variables: Object.fromEntries(Object.entries(variables).map(([name, source]) => [name, sourceOf(source)])),
      answer: answer.slice(1).split('/'),
    };
  });
}

/** The parameters that a path names. */
export function parametersOf(path: string): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
}

function sourceOf(text: string): Source {
  const [, place, name] = SOURCE.exec(text) ?? [];
  if (place === 'path' || place === 'query') return { in: place, name: name ?? '' };
  return { in: 'body', name };
}
