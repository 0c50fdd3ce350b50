import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isInputType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  typeFromAST,
} from 'graphql';
import { prepareOperation } from '../operation/prepare.ts';
import { hashText } from '../persisted/document-id.ts';
import type { Runtime } from '../supergraph/runtime.ts';
import { findOperation, type Library } from './library.ts';
import { parametersOf, type Route, type Source } from './manifest.ts';

/** A variable of an operation and where a request has it. */
export interface BoundVariable {
  name: string;
  source: Source;
  type: GraphQLInputType;
  isRequired: boolean;
}

/** A route with the operation that answers it. */
export interface Binding extends Omit<Route, 'answeredBy'> {
  operation: string;
  /** The SHA-256 (hex) of `query`. */
  documentId: string;
  query: string;
  kind: 'query' | 'mutation';
  bound: BoundVariable[];
  /** What the answer is, and what of it is selected. */
  result: { type: GraphQLOutputType; selections?: SelectionSetNode };
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** Routes bound to their operations; throws with one sentence for each that does not fit the graph. */
export function bindRoutes(routes: readonly Route[], library: Library, runtime: Runtime): Binding[] {
  const problems: string[] = [];
  const bindings = routes.flatMap((route) => {
    try {
      return [bind(route, library, runtime)];
    } catch (error) {
      problems.push(
        `rest.yml: ${route.method} ${route.path}: ${error instanceof Error ? error.message : String(error)}`,
      );
      return [];
    }
  });
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return bindings;
}

function bind({ answeredBy, ...route }: Route, library: Library, runtime: Runtime): Binding {
  const { operation, query, definition, fragments } = findOperation(answeredBy, library);
  const kind = definition.operation;
  if (kind === 'subscription') throw new Error('A subscription cannot be asked over REST.');
  if (kind === 'mutation' && route.method === 'GET') throw new Error('GET must not change anything.');

  const prepared = prepareOperation(runtime, query, operation);
  if (!('definition' in prepared)) throw new Error(prepared.map(({ message }) => message).join(' '));
  const result = resultAt(route.answer, definition, fragments, runtime.api);
  const bound = boundVariables(route, definition, runtime.api);
  return { ...route, operation, documentId: hashText(query), query, kind, bound, result, fragments };
}

function boundVariables(
  route: Pick<Route, 'path' | 'method' | 'variables'>,
  definition: OperationDefinitionNode,
  schema: GraphQLSchema,
): BoundVariable[] {
  const definitions = new Map((definition.variableDefinitions ?? []).map((each) => [each.variable.name.value, each]));
  const used = new Set(Object.values(route.variables).flatMap((each) => (each.in === 'path' ? [each.name] : [])));
  const parameters = parametersOf(route.path);
  for (const name of parameters) if (!used.has(name)) throw new Error(`No variable takes path.${name}.`);
  for (const name of used) if (!parameters.includes(name)) throw new Error(`The path has no {${name}}.`);
  for (const [name, { type, defaultValue }] of definitions) {
    const isNeeded = type.kind === Kind.NON_NULL_TYPE && !defaultValue;
    if (isNeeded && !route.variables[name])
      throw new Error(`The operation demands $${name}, which comes from nowhere.`);
  }
  return Object.entries(route.variables).map(([name, source]) => {
    const found = definitions.get(name);
    const type = found && typeFromAST(schema, found.type);
    if (!found || !isInputType(type)) throw new Error(`The operation has no variable $${name}.`);
    if (source.in === 'body' && route.method === 'GET') throw new Error('GET has no body.');
    return { name, source, type, isRequired: isNonNullType(type) && !found.defaultValue };
  });
}

function resultAt(
  answer: readonly string[],
  definition: OperationDefinitionNode,
  fragments: Binding['fragments'],
  schema: GraphQLSchema,
): Binding['result'] {
  let type: GraphQLOutputType | undefined = schema.getRootType(definition.operation) ?? undefined;
  let selections: SelectionSetNode | undefined = definition.selectionSet;
  for (const key of answer) {
    const parent: GraphQLNamedType | undefined = type && getNamedType(type);
    const field: FieldNode | undefined =
      selections && fieldsOf(selections, fragments).find((each) => (each.alias ?? each.name).value === key);
    if (!field || !isObjectType(parent)) throw new Error(`The operation selects nothing at /${answer.join('/')}.`);
    type = parent.getFields()[field.name.value]?.type;
    selections = field.selectionSet;
  }
  if (!type) throw new Error(`The operation selects nothing at /${answer.join('/')}.`);
  return { type, selections };
}

/** The fields of a selection set, those of its fragments included. */
export function fieldsOf(selections: SelectionSetNode, fragments: Binding['fragments']) {
  return selections.selections.flatMap((each): FieldNode[] => {
    if (each.kind === Kind.FIELD) return [each];
    const inner = each.kind === Kind.INLINE_FRAGMENT ? each : fragments.get(each.name.value);
    return inner ? fieldsOf(inner.selectionSet, fragments) : [];
  });
}
