import { parse } from 'yaml';
import { z } from 'zod';
import { hashOf } from '../persisted/document-id.ts';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export type Method = (typeof methods)[number];

/** Where a variable comes from. */
export type Source = { in: 'path' | 'query'; name: string } | { in: 'body'; name?: string };

/** An operation by its name, of those that come with the routes or of an app's persisted ones; or a persisted one by its hash (hex). */
export type AnsweredBy = { client?: string; operation: string } | { hash: string };

/** One path and what answers it. */
export interface Route {
  method: Method;
  /** The path, with its `{parameters}`. */
  path: string;
  summary?: string;
  answeredBy: AnsweredBy;
  variables: Record<string, Source>;
  /** The response keys down to the answer. */
  answer: string[];
}

const ROUTE = /^([A-Z]+) (\/api\/(?:[\w.~-]+|\{\w+\})(?:\/(?:[\w.~-]+|\{\w+\}))*)$/;
const OPERATION = /^(?:([\w.-]+)\/)?(\w+)$/;
const SOURCE = /^(?:(path|query|body)\.(\w+)|body)$/;

const entrySchema = z.strictObject({
  summary: z.string().optional(),
  operation: z.string().regex(OPERATION, 'is the name of an operation, or client/name of a persisted one').optional(),
  documentId: z.string().optional(),
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
  return Object.entries(read.data).map(([key, { variables, answer, summary, operation, documentId }]) => {
    const [, method, path] = ROUTE.exec(key) ?? [];
    const known = methods.find((each) => each === method);
    if (!known || !path) throw new Error(`rest.yml: ${key}: there is no method ${method}.`);
    return {
      summary,
      answeredBy: answeredBy(key, operation, documentId),
      method: known,
      path,
      variables: Object.fromEntries(Object.entries(variables).map(([name, source]) => [name, sourceOf(source)])),
      answer: answer.slice(1).split('/'),
    };
  });
}

function answeredBy(key: string, operation: string | undefined, documentId: string | undefined): AnsweredBy {
  if ((operation === undefined) === (documentId === undefined)) {
    throw new Error(`rest.yml: ${key}: is answered by an operation or a documentId, one of them.`);
  }
  const hash = hashOf(documentId);
  if (hash) return { hash };
  if (operation === undefined) throw new Error(`rest.yml: ${key}: ${documentId} is no document id.`);
  const [, client, name] = OPERATION.exec(operation) ?? [];
  return { client, operation: name ?? '' };
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
