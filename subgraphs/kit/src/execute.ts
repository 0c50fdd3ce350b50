import type { KeyObject } from 'node:crypto';
import {
  createSourceEventStream,
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  validate,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { SubgraphCall } from './call.ts';
import { type Context, createContext, type Resources, startOf } from './context.ts';
import { Busy, Unauthenticated } from './errors.ts';
import { eventStream } from './event-stream.ts';
import { asAnswer, asAnswers, refused } from './failure.ts';
import { noteHostile } from './hostile.ts';
import { awaitAnswers } from './outage.ts';
import { keepShown } from './personal.ts';
import { callerOf, callPatience } from './places.ts';
import { inOneRead, keepsSomething } from './read.ts';
import { readCall } from './read-call.ts';
import { failed, inSpan } from './tracing.ts';
import { type CallContext, CONTEXT_EXPIRED, CONTEXT_FORGED, CONTEXT_LIFETIME_MS, verifyContext } from './viewer.ts';
import { doesWithoutDatabase } from './without-database.ts';

type Stream = AsyncIterableIterator<ExecutionResult>;

const NO_CONTEXT = new Unauthenticated('A subgraph only answers calls that the gateway has signed.', {
  reason: CONTEXT_FORGED,
});
const EXPIRED = new Unauthenticated('This call was signed too long ago, or by a clock that differs from ours.', {
  reason: CONTEXT_EXPIRED,
});
const TAKEN = new Unauthenticated('This call has already been made.', { reason: CONTEXT_FORGED });
/** How many calls are remembered: for longer than their contexts are valid, so that none is taken twice. */
const TAKEN_CALLS = { max: 100_000, ttl: 2 * CONTEXT_LIFETIME_MS };

/** Runs the gateway's calls: verifies who asks, gives each call its own context, and formats what went wrong. */
export class Executor {
  readonly #documents = new LRUCache<string, DocumentNode>({ max: 2_000 });
  readonly #taken = new LRUCache<string, true>(TAKEN_CALLS);
  readonly #databaseAnswers: ReturnType<typeof awaitAnswers>;

  constructor(
    readonly schema: GraphQLSchema,
    readonly resources: Resources,
    readonly key: KeyObject,
  ) {
    this.#databaseAnswers = awaitAnswers(() => resources.orm.em.fork().execute('select 1'));
  }

  execute(request: SubgraphCall): Promise<ExecutionResult> {
    const { name } = this.resources;
    const attributes = { 'graphql.operation.name': request.operationName ?? '' };
    return inSpan(`${name} execute`, { attributes }, async (span) => {
      const result = await this.#execute(request);
      for (const error of result.errors ?? []) failed(span, error);
      return result;
    });
  }

  async #execute(request: SubgraphCall): Promise<ExecutionResult> {
    const call = this.#callOf(request);
    if (call instanceof Unauthenticated) return refused(call);
    const document = this.#document(request.query);
    if (!('kind' in document)) return document;
    const operation = getOperationAST(document, request.operationName);
    if (operation?.operation !== 'query' && !this.#take(request)) return refused(TAKEN);
    const context = createContext(this.resources, call);
    const run = () => this.#run(document, request, context, undefined);
    if (!operation || doesWithoutDatabase(this.schema, operation)) return this.#recorded(run, context);
    const keeps = keepsSomething(this.schema, operation);
    const inOrder = operation.operation === 'query' ? () => inOneRead(context, run, keeps) : run;
    return this.#inPlace(call, () => this.#recorded(inOrder, context));
  }

  /** What it shows of people is recorded before anybody has it. */
  async #recorded(work: () => Promise<ExecutionResult>, context: Context): Promise<ExecutionResult> {
    const result = await work();
    try {
      await keepShown(context);
      return result;
    } catch (error) {
      const failure = new GraphQLError('', { originalError: error as Error });
      return { errors: [asAnswer(failure, context.log, context.call.correlationId)] };
    }
  }

  /** A call that cannot be done soon is refused before it has begun. */
  async #inPlace(call: CallContext, work: () => Promise<ExecutionResult>): Promise<ExecutionResult> {
    try {
      return await this.resources.calls.run(callerOf(call), work, callPatience);
    } catch (error) {
      if (!(error instanceof Busy)) throw error;
      noteHostile(this.resources.log, { what: 'more calls than there is room for', from: callerOf(call) });
      return refused(error);
    }
  }

  async subscribe(request: SubgraphCall): Promise<Stream | ExecutionResult> {
    const call = this.#callOf(request);
    if (call instanceof Unauthenticated) return refused(call);
    const document = this.#document(request.query);
    if (!('kind' in document)) return document;
    if (!this.#take(request)) return refused(TAKEN);
    const context = createContext(this.resources, call);
    const source = await createSourceEventStream({
      schema: this.schema,
      document,
      contextValue: context,
      variableValues: request.variables,
      operationName: request.operationName,
    });
    if (!(Symbol.asyncIterator in source)) return this.#format(source, context);
    const position = request.tellPosition ? startOf(context) : undefined;
    return this.#eachEvent(source[Symbol.asyncIterator](), document, request, call, position);
  }

  /** The context that was signed for this very request. */
  #callOf({ context, ...call }: SubgraphCall): CallContext | Unauthenticated {
    const verified = verifyContext(context, { ...call, to: this.resources.name }, this.key);
    return verified === 'expired' ? EXPIRED : (verified ?? NO_CONTEXT);
  }

  /** Whether a call that does something, or goes on, comes for the first time. */
  #take({ context }: SubgraphCall): boolean {
    // A copy: a part of a text would keep the whole of it.
    const signature = Buffer.from(context.slice(context.indexOf('.') + 1)).toString();
    if (this.#taken.has(signature)) return false;
    this.#taken.set(signature, true);
    return true;
  }

  #eachEvent(
    source: AsyncIterator<unknown>,
    document: DocumentNode,
    request: SubgraphCall,
    call: CallContext,
    position: string | undefined,
  ): Stream {
    const operation = getOperationAST(document, request.operationName);
    const reads = !operation || !doesWithoutDatabase(this.schema, operation);
    return eventStream(source, {
      position,
      complete: (event) => {
        const context = createContext(this.resources, call);
        const run = () => this.#run(document, request, context, event);
        // However long that takes: what is not sent now would not be sent at all.
        const recorded = () => this.#recorded(reads ? () => inOneRead(context, run) : run, context);
        return reads ? this.resources.calls.run(callerOf(call), recorded) : recorded();
      },
      told: (failure) => {
        const error =
          failure instanceof GraphQLError ? failure : new GraphQLError('', { originalError: failure as Error });
        return asAnswer(error, this.resources.log, call.correlationId);
      },
      databaseAnswers: this.#databaseAnswers,
    });
  }

  async #run(
    document: DocumentNode,
    request: SubgraphCall,
    context: Context,
    rootValue: unknown,
  ): Promise<ExecutionResult> {
    const result = await execute({
      schema: this.schema,
      document,
      rootValue,
      contextValue: context,
      variableValues: request.variables,
      operationName: request.operationName,
    });
    return this.#format(result, context);
  }

  #format(result: ExecutionResult, { log, call }: Context): ExecutionResult {
    if (!result.errors) return result;
    return { ...result, errors: asAnswers(result.errors, log, call.correlationId) };
  }

  #document(query: string): DocumentNode | ExecutionResult {
    const known = this.#documents.get(query);
    if (known) return known;
    try {
      const document = readCall(query, this.schema);
      const errors = validate(this.schema, document);
      if (errors.length > 0) return { errors };
      this.#documents.set(query, document);
      return document;
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [error] };
      throw error;
    }
  }
}
