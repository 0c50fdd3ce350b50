import { buildSubgraphSchema } from '@apollo/subgraph';
import { anonymous } from '@mycelium/kit/viewer';
import {
  buildSchema,
  type ExecutionResult,
  execute,
  type GraphQLError,
  type GraphQLSchema,
  parse,
  printSchema,
  subscribe,
  validate,
} from 'graphql';
import { pino } from 'pino';
import { expect } from 'vitest';
import type { CallContext } from '../../src/call-context.ts';
import { deferringOf, executableOf } from '../../src/execute/execute.ts';
import type { Later, Part } from '../../src/execute/executed.ts';
import type { Call, Source } from '../../src/execute/run.ts';
import { prepareOperation } from '../../src/operation/prepare.ts';
import { coerceVariables } from '../../src/operation/variables.ts';
import { planSubscription } from '../../src/subscriptions/plan.ts';
import { buildRuntime } from '../../src/supergraph/runtime.ts';
import { compose } from '../bistro/bistro.ts';
import { attach, feeds, type Loose, type Resolvers } from './resolvers.ts';

interface Subgraph {
  sdl: string;
  resolvers: Resolvers;
}

interface Asked {
  variables?: Record<string, unknown>;
  operationName?: string;
}

interface Answer {
  data: Loose;
  errors: readonly GraphQLError[];
}

interface Together {
  first: Loose;
  parts: Part[];
  whole: Loose;
  errors: readonly GraphQLError[];
}

/** Several subgraphs behind our executor, and the same data as one schema that graphql-js executes. */
export interface Graph {
  /** What clients see. */
  api: GraphQLSchema;
  /** What the executor answers. */
  ask(query: string, asked?: Asked): Promise<Answer>;
  /** What the monolith answers. */
  expected(query: string, asked?: Asked): Promise<Answer>;
  /** Demands that both answer the same, byte for byte, with errors at the same places; gives the answer. */
  same(query: string, asked?: Asked): Promise<Loose>;
  /** What the executor answers in parts. */
  askInParts(query: string, asked?: Asked): Promise<Answer & { later: Later }>;
  /** What a client has that puts all parts together. */
  together(query: string, asked?: Asked): Promise<Together>;
  /** Demands that all parts together are what the monolith answers at once; gives the first answer and the rest. */
  sameInParts(query: string, asked?: Asked): Promise<Together>;
  /** Demands that the event of a subscription is completed as the monolith does; gives what is told of it. */
  sameEvent(query: string, asked?: Asked): Promise<Loose>;
  /** Calls to subgraphs since the last question. */
  calls: (Call & { subgraph: string })[];
  /** Subgraphs that do not answer. */
  down: Set<string>;
  /** What a subgraph waits for before it answers. */
  slow: Map<string, Promise<void>>;
}

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.8", import: [
  "@key", "@context", "@fromContext", "@requires", "@provides", "@external", "@shareable", "@override", "@inaccessible", "@interfaceObject"
])`;

const context: CallContext = { viewer: anonymous, correlationId: 'c', log: pino({ enabled: false }), open: true };

export function federate(parts: Record<string, Subgraph>, monolith: Resolvers): Graph {
  const subgraphs = Object.entries(parts).map(([name, { sdl, resolvers }]) => ({
    name,
    url: 'http://127.0.0.1:1',
    sdl: `${LINK}\n${sdl}`,
    resolvers,
  }));
  const runtime = buildRuntime(compose(subgraphs));
  const whole = buildSchema(printSchema(runtime.api));
  attach(whole, monolith);

  const graph: Graph = {
    api: runtime.api,
    calls: [],
    down: new Set(),
    slow: new Map(),
    async ask(query, asked) {
      const { operation, given } = prepare(query, asked);
      const { data, errors = [] } = await executableOf(runtime, operation)(given);
      return { data, errors };
    },
    async askInParts(query, asked) {
      const { operation, given } = prepare(query, asked);
      const { data, errors = [], later = nothing() } = await deferringOf(runtime, operation)(given);
      return { data, errors, later };
    },
    async together(query, asked) {
      const { data, errors, later } = await graph.askInParts(query, asked);
      const first = overTheWire(data);
      const parts: Part[] = [];
      for await (const { parts: some } of later) parts.push(...some);
      const whole = overTheWire(parts.reduce((sofar, part) => add(sofar, part.path, part.data), data));
      return { first, parts, whole, errors: [...errors, ...parts.flatMap((part) => part.errors ?? [])] };
    },
    async sameInParts(query, asked) {
      const given = await graph.together(query, asked);
      const wanted = await graph.expected(query, asked);
      expect(given.whole).toEqual(overTheWire(wanted.data));
      expect(placesOf({ data: given.whole, errors: given.errors })).toEqual(placesOf(wanted));
      return given;
    },
    async sameEvent(query, asked) {
      const { operation, given } = prepare(query, asked);
      const plan = await planSubscription(runtime, operation, given.variables);
      if ('message' in plan) throw plan;
      const subgraph = schemas.get(plan.service);
      if (!subgraph) throw new Error(`There is no subgraph ${plan.service}.`);
      const named = plan.nameVariables(given.variables);
      const own = Object.fromEntries((plan.primary.variableUsages ?? []).map((name) => [name, named[name]]));
      const event = overTheWire(await firstEvent(subgraph, plan.primary.operation, overTheWire(own)));
      const { data, errors = [] } = await plan.complete({ ...given, event });
      const wanted = await firstEvent(whole, query, asked?.variables ?? {});
      expect(JSON.stringify(data)).toBe(JSON.stringify(wanted.data));
      expect(placesOf({ data, errors })).toEqual(placesOf({ data, errors: wanted.errors ?? [] }));
      return data;
    },
    async expected(query, { variables, operationName } = {}) {
      const document = parse(query);
      const { data, errors = [] } = await execute({
        schema: whole,
        document,
        variableValues: variables,
        operationName,
      });
      return { data, errors };
    },
    async same(query, asked) {
      const [given, wanted] = [await graph.ask(query, asked), await graph.expected(query, asked)];
      expect(given.data).toEqual(overTheWire(wanted.data));
      expect(placesOf(given)).toEqual(placesOf(wanted));
      expect(JSON.stringify(given.data)).toBe(JSON.stringify(wanted.data));
      return given.data;
    },
  };

  const prepare = (query: string, { variables = {}, operationName }: Asked = {}) => {
    graph.calls.length = 0;
    const operation = prepareOperation(runtime, query, operationName);
    if (!('definition' in operation)) throw operation[0];
    const coerced = coerceVariables(runtime.api, operation.definition, variables);
    if ('errors' in coerced) throw coerced.errors[0];
    return { operation, given: { sources, variables: coerced.values, context } };
  };

  const schemas = new Map(
    subgraphs.map(({ name, sdl, resolvers }) => {
      const { Subscription = {}, ...others } = resolvers;
      return [
        name,
        buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: { ...others, Subscription: feeds(Subscription) } }]),
      ];
    }),
  );
  const sources = new Map<string, Source>(
    [...schemas].map(([name, schema]) => {
      return [
        name,
        async (call) => {
          if (graph.down.has(name)) throw new Error(`${name} is down`);
          graph.calls.push({ subgraph: name, ...call });
          await graph.slow.get(name);
          return overTheWire(await answer(schema, call));
        },
      ];
    }),
  );
  return graph;
}

async function answer(schema: GraphQLSchema, { query, variables, operationName }: Call): Promise<ExecutionResult> {
  const document = parse(query);
  const errors = validate(schema, document);
  if (errors.length > 0) throw new Error(`The plan is not valid: ${errors[0]?.message}\n${query}`);
  return execute({ schema, document, variableValues: overTheWire(variables), operationName });
}

async function firstEvent(schema: GraphQLSchema, query: string, variableValues: object): Promise<ExecutionResult> {
  const document = parse(query);
  const errors = validate(schema, document);
  if (errors.length > 0) return { errors };
  const stream = await subscribe({ schema, document, variableValues: { ...variableValues } });
  if (!(Symbol.asyncIterator in stream)) return stream;
  for await (const event of stream) return event;
  throw new Error('There was no event.');
}

function overTheWire<Value>(value: Value): Value {
  return value === undefined ? value : JSON.parse(JSON.stringify(value));
}

function placesOf({ errors }: Answer): string[] {
  return [...new Set(errors.map(({ path }) => JSON.stringify(path)))].sort();
}

async function* nothing(): Later {}

/** What a client that merges has after a part. */
function add(whole: Loose, path: readonly (string | number)[], part: Loose): Loose {
  const [key, ...rest] = path;
  if (part === null) return whole;
  if (key !== undefined) {
    whole[key] = add(whole[key], rest, part);
    return whole;
  }
  if (Array.isArray(part))
    return part.map((item, index) => (Array.isArray(whole) ? add(whole[index], [], item) : item));
  if (typeof part !== 'object' || typeof whole !== 'object' || whole === null) return part;
  for (const [name, value] of Object.entries(part)) whole[name] = value === null ? value : add(whole[name], [], value);
  return whole;
}
