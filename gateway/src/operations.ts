import { type GuardedField, guardedFields } from '@mycelium/schema/access';
import { compileCost, type EstimateCost } from '@mycelium/schema/limits/cost';
import { type Size, sizeOf } from '@mycelium/schema/limits/limits';
import {
  type DocumentNode,
  GraphQLError,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import { hasDefer } from './execute/defer.ts';
import { parseOptions } from './limits/tokens.ts';
import type { Runtime } from './supergraph.ts';

/** An operation that is valid against its runtime, and what we know about it before it runs. */
export interface Operation {
  document: DocumentNode;
  definition: OperationDefinitionNode;
  guarded: GuardedField[];
  /** Whether its answer depends on the person who asks, and not on grants alone. */
  viewerSpecific: boolean;
  introspects: boolean;
  /** Whether something in its document is deferred. */
  defers: boolean;
  size: Size;
  estimateCost: EstimateCost;
}

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
  const document = parsed(query);
  if (document instanceof GraphQLError) return [document];
  const errors = validationErrors(runtime, document, hideSuggestions);
  if (errors.length > 0) return errors;
  const definition = getOperationAST(document, operationName);
  if (!definition) return [unknownOperation(operationName)];
  const operation = inspectOperation(runtime, document, definition);
  runtime.operations.set(key, operation);
  return operation;
}

/** Under which an operation is known to its runtime. */
export function keyOfOperation(query: string, operationName?: string | null): string {
  return `${operationName ?? ''}\n${query}`;
}

const inspected = new WeakMap<OperationDefinitionNode, { runtime: Runtime; operation: Operation }>();

/** What we know about an operation that was validated elsewhere. */
export function inspectOperation(
  runtime: Runtime,
  document: DocumentNode,
  definition: OperationDefinitionNode,
): Operation {
  const known = inspected.get(definition);
  if (known?.runtime === runtime) return known.operation;
  const operation = {
    document,
    definition,
    ...guardedFields(runtime.api, runtime.access, document, definition),
    introspects: introspects(document),
    defers: hasDefer(document),
    size: sizeOf(document, definition),
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

function parsed(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query, parseOptions);
  } catch (error) {
    return withCode(error instanceof GraphQLError ? error : new GraphQLError(String(error)), 'GRAPHQL_PARSE_FAILED');
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

function introspects(document: DocumentNode): boolean {
  return document.definitions.some(
    (definition) =>
      'selectionSet' in definition &&
      definition.selectionSet?.selections.some(
        (selection) =>
          selection.kind === Kind.FIELD && (selection.name.value === '__schema' || selection.name.value === '__type'),
      ),
  );
}
