import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';

const name = z
  .string()
  .regex(/^[\w!#$%&'*+.^`|~-]+$/, 'is the name of a header')
  .transform((text) => text.toLowerCase());
const pattern = z.strictObject({
  pattern: z.string().refine((text) => isPattern(text), 'is a regular expression over the whole name'),
});
const scope = {
  /** Whether it is for requests, from the client to a subgraph, or for responses, from a subgraph to the client. */
  direction: z.enum(['request', 'response']).default('request'),
  /** The subgraphs that it is for; all unless named. */
  subgraphs: z.array(z.string()).min(1).optional(),
};

/** What travels beside our own headers, rule after rule; nothing does without one. */
export const headerRulesSchema = z.array(
  z.union(
    [
      z.strictObject({ ...scope, forward: z.union([name, pattern]) }),
      z.strictObject({ ...scope, insert: name, value: z.string().regex(/^[^\r\n\0]*$/, 'is one line') }),
      z.strictObject({ ...scope, remove: z.union([name, pattern]) }),
    ],
    'is a rule: { "forward" | "remove": a name or { "pattern": … } }, or { "insert": a name, "value": … }, with "direction" and "subgraphs" if wanted',
  ),
);

export type HeaderRules = z.input<typeof headerRulesSchema>;
type Rule = z.output<typeof headerRulesSchema>[number];
type Headers = Record<string, string | string[] | undefined>;

/** Headers that no rule forwards: those of the connection or of the message itself, and those by which subgraphs know us. */
const ours = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'content-type',
  'accept',
  'accept-encoding',
  'expect',
  'host',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'x-mycelium-context',
  'x-correlation-id',
  'traceparent',
]);

export interface HeadersOfSubgraph {
  /** What a call carries. */
  request(client: IncomingHttpHeaders): Record<string, string>;
  /** What of an answer reaches the client; undefined when no rule says anything. */
  response?: (answer: Headers) => Record<string, string | string[]>;
}

/** The rules that are about a subgraph, ready to run. */
export function headersOf(subgraph: string, rules: HeaderRules): HeadersOfSubgraph {
  const about = headerRulesSchema
    .parse(rules)
    .filter(({ subgraphs }) => subgraphs === undefined || subgraphs.includes(subgraph));
  const requestRules = about.filter(({ direction }) => direction === 'request');
  const responseRules = about.filter(({ direction }) => direction === 'response');
  return {
    request: (client) =>
      Object.fromEntries(Object.entries(apply(requestRules, client)).map(([key, value]) => [key, String(value)])),
    ...(responseRules.length > 0 && { response: (answer: Headers) => apply(responseRules, answer) }),
  };
}

/** Picks of a client's headers those that a rule may forward, for what outlives its request; in one order, so that equal ones are seen to be equal. */
export function forwardable(rules: HeaderRules): (client: IncomingHttpHeaders) => IncomingHttpHeaders | undefined {
  const forwarding = headerRulesSchema
    .parse(rules)
    .flatMap((rule) => (rule.direction === 'request' && 'forward' in rule ? rule.forward : []));
  return (client) => {
    const picked = Object.entries(client).filter(
      ([key]) => !ours.has(key) && forwarding.some((wanted) => matches(wanted, key)),
    );
    return picked.length > 0 ? Object.fromEntries(picked.sort(([one], [other]) => (one < other ? -1 : 1))) : undefined;
  };
}

function apply(rules: readonly Rule[], given: Headers): Record<string, string | string[]> {
  const result: Record<string, string | string[]> = {};
  for (const rule of rules) {
    if ('insert' in rule) {
      if (!ours.has(rule.insert)) result[rule.insert] = rule.value;
    } else if ('forward' in rule) {
      for (const [key, value] of Object.entries(given)) {
        if (value !== undefined && !ours.has(key) && matches(rule.forward, key)) result[key] = value;
      }
    } else {
      for (const key of Object.keys(result)) if (matches(rule.remove, key)) delete result[key];
    }
  }
  return result;
}

function matches(wanted: string | { pattern: string }, key: string): boolean {
  return typeof wanted === 'string' ? wanted === key : new RegExp(`^(?:${wanted.pattern})$`, 'i').test(key);
}

function isPattern(text: string): boolean {
  try {
    return Boolean(new RegExp(`^(?:${text})$`));
  } catch {
    return false;
  }
}
