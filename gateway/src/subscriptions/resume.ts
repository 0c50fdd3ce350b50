import type { FetchNode } from '@apollo/query-planner';
import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  Kind,
  parse,
  parseType,
  print,
  visit,
} from 'graphql';

const CURSOR_ALIAS = '_mycelium_cursor';
const AFTER_VARIABLE = '_mycelium_after';

/** How an upstream subscription goes on behind the last event that was seen. */
export interface Resumption {
  /** The primary operation, which also asks for the cursor and takes the position from a variable. */
  query: string;
  /** What the client asked to resume from. */
  startOf(variables: Record<string, unknown>): unknown;
  variables(own: Record<string, unknown>, after: unknown): Record<string, unknown>;
  cursorOf(data: unknown): unknown;
  /** The variable that stands at `after`. */
  variable?: string;
}

/** How a subscription is resumed; possible when the root field takes `after` and its type has a `cursor`. */
export function resumptionOf(schema: GraphQLSchema, primary: FetchNode): Resumption | undefined {
  const document = parse(primary.operation);
  const upstream = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  const root = upstream?.selectionSet.selections.find((each) => each.kind === Kind.FIELD);
  const field = root && schema.getSubscriptionType()?.getFields()[root.name.value];
  const after = field?.args.find(({ name }) => name === 'after');
  const type = field && getNamedType(field.type);
  if (!field || !root?.selectionSet || !after || !type || !('getFields' in type) || !type.getFields().cursor) {
    return undefined;
  }

  const query = print(rewritten(document, root, String(after.type)));
  const used = new Set(variablesOf(parse(query)));
  const responseKey = (root.alias ?? root.name).value;
  return {
    query,
    // The planner keeps the arguments of the root field as the client wrote them.
    startOf: (variables) => getArgumentValues(field, root, variables).after,
    variables: (own, position) => ({
      ...Object.fromEntries(Object.entries(own).filter(([name]) => used.has(name))),
      // Absent rather than null, so that a default of the argument still counts.
      ...(position !== undefined && position !== null && { [AFTER_VARIABLE]: position }),
    }),
    variable: variableAt(root, after.name),
    cursorOf: (data) => valueAt(valueAt(data, responseKey), CURSOR_ALIAS),
  };
}

function rewritten(document: DocumentNode, root: FieldNode, type: string): DocumentNode {
  const after: ArgumentNode = {
    kind: Kind.ARGUMENT,
    name: { kind: Kind.NAME, value: 'after' },
    value: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: AFTER_VARIABLE } },
  };
  const cursor: FieldNode = {
    kind: Kind.FIELD,
    alias: { kind: Kind.NAME, value: CURSOR_ALIAS },
    name: { kind: Kind.NAME, value: 'cursor' },
  };
  const withAfter = visit(document, {
    [Kind.FIELD]: (node) =>
      node === root
        ? {
            ...node,
            arguments: [...(node.arguments ?? []).filter(({ name }) => name.value !== 'after'), after],
            selectionSet: node.selectionSet && {
              ...node.selectionSet,
              selections: [...node.selectionSet.selections, cursor],
            },
          }
        : undefined,
  });
  const used = new Set(variablesOf(withAfter));
  return visit(withAfter, {
    [Kind.OPERATION_DEFINITION]: (node) => ({
      ...node,
      // A variable that only stood at `after` is now unused, and subgraphs refuse those.
      variableDefinitions: [
        ...(node.variableDefinitions ?? []).filter(({ variable }) => used.has(variable.name.value)),
        {
          kind: Kind.VARIABLE_DEFINITION,
          variable: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: AFTER_VARIABLE } },
          type: parseType(type),
        },
      ],
    }),
  });
}

/** How often a document uses a variable. */
export function usesOf(document: DocumentNode, variable: string): number {
  return variablesOf(document).filter((name) => name === variable).length;
}

function variableAt(field: FieldNode, argument: string): string | undefined {
  const value = field.arguments?.find(({ name }) => name.value === argument)?.value;
  return value?.kind === Kind.VARIABLE ? value.name.value : undefined;
}

/** Names of the variables that a document uses, not those that it defines. */
function variablesOf(document: DocumentNode): string[] {
  const names: string[] = [];
  visit(document, {
    [Kind.VARIABLE_DEFINITION]: () => false,
    [Kind.VARIABLE]: ({ name }) => void names.push(name.value),
  });
  return names;
}

function valueAt(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
