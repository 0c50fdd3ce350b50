import { guardedFields } from '@mycelium/schema/access';
import { compileCost } from '@mycelium/schema/limits/cost';
import { sizeOf } from '@mycelium/schema/limits/limits';
import { asksForSchema, outlineOf } from '@mycelium/schema/limits/outline';
import { readDocument } from '@mycelium/schema/read-document';
import {
  type DocumentNode,
  GraphQLError,
  getOperationAST,
  type OperationDefinitionNode,
  separateOperations,
  validate,
} from 'graphql';
import type { Operation } from '../supergraph/operation.ts';
import type { Runtime } from '../supergraph/runtime.ts';

/** The parsed and validated operation, from the cache when it was seen before; or what is wrong with it. Suggestions (“did you mean”) name what the schema has. */
export function prepareOperation(
  runtime: Runtime,
  query: string,
  operationName?: string | null,
  hideSuggestions = false,
): Operation | readonly GraphQLError[] {
  const key = keyOfOperation(query, operationName);
  const known = runtime.operations.get(key);
  if (known) return known;
  const document = read(runtime, query);
  if (document instanceof GraphQLError) return [document];
  const errors = validationErrors(runtime, document, hideSuggestions);
  if (errors.length > 0) return errors;
  const definition = getOperationAST(document, operationName);
  if (!definition) return [unknownOperation(operationName)];
  const operation = inspectOperation(runtime, document, definition);
  runtime.operations.set(key, operation);
  return operation;
}

/** Whether it is what is wrong, and not what was asked for. */
export function isErrors<Good>(value: Good | readonly GraphQLError[]): value is readonly GraphQLError[] {
  return Array.isArray(value);
}

/** Under which an operation is known to its runtime. */
export function keyOfOperation(query: string, operationName?: string | null): string {
  return `${operationName ?? ''}\n${query}`;
}

const inspected = new WeakMap<OperationDefinitionNode, { runtime: Runtime; operation: Operation }>();

/** What we know about an operation that was validated elsewhere. */
export function inspectOperation(
  runtime: Runtime,
  whole: DocumentNode,
  definition: OperationDefinitionNode,
): Operation {
  const known = inspected.get(definition);
  if (known?.runtime === runtime) return known.operation;
  const document = separateOperations(whole)[definition.name?.value ?? ''] ?? whole;
  const outline = outlineOf(runtime.api, document, definition, runtime.splits);
  const operation = {
    document,
    definition,
    ...guardedFields(runtime.api, runtime.access, document, definition),
    introspects: asksForSchema(outline),
    defers: outline.deferred > 0,
    conditions: [...outline.conditions],
    deferConditions: [...new Set([...outline.conditions, ...outline.deferConditions])],
    size: sizeOf(outline),
    estimateCost: compileCost(runtime.api, runtime.weights, document, definition),
  };
  inspected.set(definition, { runtime, operation });
  return operation;
}

export function unknownOperation(name?: string | null): GraphQLError {
  const message = name
    ? `The document has no operation named "${name}".`
    : 'The document has several operations; name one in operationName.';
  return new GraphQLError(message, { extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } } });
}

/** Throws for a text that is too large, before anything else reads it. What is wrong with it otherwise is for those who read it. */
export function refuseTooLarge(runtime: Runtime, query: string): void {
  if (runtime.fitting.has(query)) return;
  const document = read(runtime, query);
  if (document instanceof GraphQLError && document.extensions.code === 'OPERATION_TOO_LARGE') throw document;
  runtime.fitting.set(query, true);
}

function read({ api, splits }: Runtime, query: string): DocumentNode | GraphQLError {
  try {
    return readDocument(query, api, { splits });
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

function validationErrors(runtime: Runtime, document: DocumentNode, hideSuggestions: boolean): GraphQLError[] {
  try {
    return validate(runtime.api, document, undefined, { hideSuggestions }).map((error) =>
      withCode(error, 'GRAPHQL_VALIDATION_FAILED'),
    );
  } catch {
    // graphql 16 collects the root fields of a subscription without variables, and throws at @include(if: $variable).
    return [
      new GraphQLError('The root field of a subscription cannot carry @skip or @include.', {
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      }),
    ];
  }
}

function withCode(error: GraphQLError, code: string): GraphQLError {
  const { nodes, source, positions, path } = error;
  return new GraphQLError(error.message, { nodes, source, positions, path, extensions: { ...error.extensions, code } });
}
