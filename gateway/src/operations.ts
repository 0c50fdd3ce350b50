import {
  type DocumentNode,
  GraphQLError,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
  specifiedRules,
  type ValidationRule,
  validate,
} from 'graphql';
import { type GuardedField, guardedFields } from './access.ts';
import type { Runtime } from './supergraph.ts';

/** An operation that is valid against its runtime, and what we know about it before it runs. */
export interface Operation {
  document: DocumentNode;
  definition: OperationDefinitionNode;
  guarded: GuardedField[];
  /** Whether its answer depends on the person who asks, and not on grants alone. */
  viewerSpecific: boolean;
  introspects: boolean;
}

const MAX_DEPTH = 15;

/** More tokens than any operation of ours has, and few enough to be parsed at once. */
export const parseOptions = { maxTokens: 10_000 };

/** Rules beside those of the GraphQL specification. */
export const ourRules: readonly ValidationRule[] = [depthRule];

/** The parsed and validated operation, from the cache when it was seen before; or what is wrong with it. */
export function prepareOperation(
  runtime: Runtime,
  query: string,
  operationName?: string | null,
): Operation | readonly GraphQLError[] {
  const key = `${operationName ?? ''}\n${query}`;
  const known = runtime.operations.get(key);
  if (known) return known;
  const document = parsed(query);
  if (document instanceof GraphQLError) return [document];
  const errors = validationErrors(runtime, document);
  if (errors.length > 0) return errors;
  const definition = getOperationAST(document, operationName);
  if (!definition) return [unknownOperation(operationName)];
  const operation = inspectOperation(runtime, document, definition);
  runtime.operations.set(key, operation);
  return operation;
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

function validationErrors(runtime: Runtime, document: DocumentNode): GraphQLError[] {
  try {
    return validate(runtime.api, document, [...specifiedRules, ...ourRules]).map((error) =>
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

/** Introspection is left out: graphql-js bounds its depth, and the usual tools' query is deep. */
function depthRule(context: Parameters<ValidationRule>[0]): ReturnType<ValidationRule> {
  const measured = new Map<string, number>();

  const depthOf = (selections: SelectionSetNode): number => {
    let deepest = 0;
    for (const selection of selections.selections) deepest = Math.max(deepest, depthOfSelection(selection));
    return deepest;
  };
  const depthOfSelection = (selection: SelectionSetNode['selections'][number]): number => {
    if (selection.kind === Kind.INLINE_FRAGMENT) return depthOf(selection.selectionSet);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return depthOfFragment(selection.name.value);
    if (selection.name.value.startsWith('__')) return 0;
    return 1 + (selection.selectionSet ? depthOf(selection.selectionSet) : 0);
  };
  const depthOfFragment = (name: string): number => {
    const known = measured.get(name);
    if (known !== undefined) return known;
    // Cycles are another rule's business; here they only must not go round for ever.
    measured.set(name, 0);
    const fragment = context.getFragment(name);
    const depth = fragment ? depthOf(fragment.selectionSet) : 0;
    measured.set(name, depth);
    return depth;
  };

  return {
    OperationDefinition(node) {
      const depth = depthOf(node.selectionSet);
      if (depth <= MAX_DEPTH) return;
      context.reportError(
        new GraphQLError(`The operation is ${depth} levels deep, ${MAX_DEPTH} are allowed.`, { nodes: node }),
      );
    },
  };
}
