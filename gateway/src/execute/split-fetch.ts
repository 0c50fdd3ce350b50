import type { FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  Kind,
  parse,
  print,
  type SelectionNode,
  visit,
} from 'graphql';
import { type Required, type RequiredCalls, wayTo } from '../plan/required-calls.ts';
import { namesUnder } from './type-names.ts';

/** Fields that one representation can carry everything for. */
interface Together {
  /** What they require, by type and way: under which key it was asked for. */
  keys: Map<string, string>;
  required: Map<string, Required>;
  fields: Set<FieldNode>;
}

/**
 * A fetch of entities as the calls that it takes: a representation has one value for a field, so that fields which
 * require it with different arguments are asked for in different calls.
 */
export function splitFetch(schema: GraphQLSchema, node: FetchNode, calls: RequiredCalls): FetchNode[] {
  const known = calls.get(node.serviceName);
  if (!known || !node.requires) return [node];
  const document = node.operationDocumentNode ?? parse(node.operation);
  const groups = groupsOf(document, known);
  if (!groups.some(({ required }) => required.size > 0)) return [node];
  return groups.map(({ required, fields }) => {
    const operationDocumentNode = groups.length > 1 ? only(document, groups, fields) : document;
    const used = variablesOf(operationDocumentNode);
    return {
      ...node,
      operationDocumentNode,
      operation: groups.length > 1 ? print(operationDocumentNode) : node.operation,
      variableUsages: node.variableUsages?.filter((name) => used.has(name)),
      requires: node.requires?.map((each) => requiresOf(schema, each, known, required)),
    };
  });
}

function groupsOf(document: DocumentNode, known: ReadonlyMap<string, Required>): Together[] {
  const groups: Together[] = [];
  const another = (): Together => {
    const group = { keys: new Map(), required: new Map(), fields: new Set<FieldNode>() };
    groups.push(group);
    return group;
  };
  const place = (type: string, field: FieldNode): void => {
    const coordinate = `${type}.${field.name.value}`;
    const required = known.get(coordinate);
    const wanted = [...(required?.keys ?? [])].map(([way, key]): [string, string] => [type + way, key]);
    const group = groups.find(({ keys }) => wanted.every(([way, key]) => (keys.get(way) ?? key) === key)) ?? another();
    for (const [way, key] of wanted) group.keys.set(way, key);
    if (required) group.required.set(coordinate, required);
    group.fields.add(field);
  };
  const walk = (selections: readonly SelectionNode[], type: string): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) place(type, selection);
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        walk(selection.selectionSet.selections, selection.typeCondition?.name.value ?? type);
      }
    }
  };
  const operation = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  for (const entities of operation?.selectionSet.selections ?? []) {
    if (entities.kind === Kind.FIELD) walk(entities.selectionSet?.selections ?? [], '');
  }
  return groups;
}

/** The operation with those fields of the entities alone. */
function only(document: DocumentNode, groups: readonly Together[], fields: ReadonlySet<FieldNode>): DocumentNode {
  const isElsewhere = (field: FieldNode) => !fields.has(field) && groups.some((group) => group.fields.has(field));
  const left = visit(document, {
    [Kind.FIELD]: { enter: (field) => (isElsewhere(field) ? null : undefined) },
    [Kind.INLINE_FRAGMENT]: { leave: (fragment) => (fragment.selectionSet.selections.length === 0 ? null : undefined) },
  });
  const used = variablesOf(left);
  return visit(left, {
    [Kind.VARIABLE_DEFINITION]: ({ variable }) => (used.has(variable.name.value) ? false : null),
  });
}

function variablesOf(document: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(document, {
    [Kind.VARIABLE_DEFINITION]: () => false,
    [Kind.VARIABLE]: ({ name }) => void names.add(name.value),
  });
  return names;
}

/** What a type has to send: what there is no doubt about, and what the fields of this call require. */
function requiresOf(
  schema: GraphQLSchema,
  selection: QueryPlanSelectionNode,
  known: ReadonlyMap<string, Required>,
  required: ReadonlyMap<string, Required>,
): QueryPlanSelectionNode {
  if (selection.kind === 'Field') return selection;
  const { typeCondition } = selection;
  const applies = ([coordinate]: [string, Required]) => {
    const type = coordinate.slice(0, coordinate.indexOf('.'));
    return typeCondition === undefined || namesUnder(schema, type).has(typeCondition);
  };
  const doubtful = new Set([...known].filter(applies).flatMap(([, { keys }]) => [...keys.keys()]));
  const added = [...required].filter(applies).flatMap(([, { selections }]) => selections);
  return { ...selection, selections: [...without(selection.selections, doubtful, ''), ...added] };
}

function without(
  selections: readonly QueryPlanSelectionNode[],
  ways: ReadonlySet<string>,
  way: string,
): QueryPlanSelectionNode[] {
  return selections.flatMap((selection): QueryPlanSelectionNode[] => {
    const path = selection.kind === 'Field' ? wayTo(way, selection.name) : way;
    if (selection.kind === 'Field' && ways.has(path)) return [];
    if (!selection.selections?.length) return [selection];
    const left = without(selection.selections, ways, path);
    return left.length > 0 ? [{ ...selection, selections: left }] : [];
  });
}
