import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  getNamedType,
  isCompositeType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import { collectFields, type Selecting } from './collect-fields.ts';
import { compileObject, type Field, type Shape } from './compile-object.ts';
import type { Complete } from './completion.ts';
import { completeLeaf } from './leaf.ts';
import { type Data, isData } from './run.ts';

/** What the client gets of a type of known name. */
export function shapeOf(selecting: Selecting, type: GraphQLCompositeType, sets: readonly SelectionSetNode[]): Shape {
  const later: { label: string; shape: Shape }[] = [];
  const collected = collectFields(selecting, type, sets, (label, set) =>
    later.push({ label, shape: shapeOf(selecting, type, [set]) }),
  );
  const shape = compileObject([...collected].map(([key, nodes]) => fieldOf(selecting, type, key, nodes)));
  if (!selecting.defers) return shape;
  return (value, completion) => {
    const deferredBefore = completion.deferred.length;
    const shaped = shape(value, completion);
    if (!shaped) completion.deferred.length = deferredBefore;
    else {
      for (const each of later) {
        completion.deferred.push({ ...each, path: [...completion.path], shape: (then) => each.shape(value, then) });
      }
    }
    return shaped;
  };
}

function fieldOf(selecting: Selecting, parent: GraphQLCompositeType, key: string, nodes: readonly FieldNode[]): Field {
  const [node] = nodes;
  if (!node) throw new Error(`Nothing is selected as ${key}.`);
  const name = node.name.value;
  const from = selecting.keyOf(node);
  const field = { key, from, isInherited: from in Object.prototype };
  if (name === '__typename') return { ...field, isRequired: true, complete: completeTypename(parent) };
  if (name === '__schema' || name === '__type')
    return { ...field, isRequired: false, complete: (value) => value ?? null };
  const type = 'getFields' in parent ? parent.getFields()[name]?.type : undefined;
  if (!type) throw new Error(`${parent.name} has no field ${name}.`);
  const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const complete = completeType(selecting, type, sets, `${parent.name}.${name}`);
  return { ...field, isRequired: isNonNullType(type), complete };
}

/** The type name of a value: that of an object type is known; where a subgraph knows an interface as an object, nobody can tell which type it is. */
function completeTypename(parent: GraphQLCompositeType): Complete {
  if (isObjectType(parent)) return () => parent.name;
  return (_value, completion, key) => {
    completion.report(key, `No subgraph told which type of ${parent.name} this is.`);
    return undefined;
  };
}

function completeType(
  selecting: Selecting,
  type: GraphQLOutputType,
  sets: readonly SelectionSetNode[],
  what: string,
): Complete {
  if (isNonNullType(type)) return required(completeType(selecting, type.ofType, sets, what), what);
  if (isListType(type)) {
    return completeList(completeType(selecting, type.ofType, sets, what), isNonNullType(type.ofType), what);
  }
  if (isLeafType(type)) return completeLeaf(type);
  return completeObject(selecting, type, sets, what);
}

function required(complete: Complete, what: string): Complete {
  return (value, completion, key) => {
    const completed = complete(value, completion, key);
    if (completed !== null) return completed;
    completion.report(key, `Cannot return null for non-nullable field ${what}.`);
    return undefined;
  };
}

function completeList(complete: Complete, isRequired: boolean, what: string): Complete {
  return (value, completion, key) => {
    if (value === null || value === undefined) return null;
    if (!Array.isArray(value)) {
      completion.report(key, `A subgraph gave no list for ${what}.`);
      return undefined;
    }
    const shaped: unknown[] = new Array(value.length);
    completion.path.push(key);
    const deferredBefore = completion.deferred.length;
    let isWhole = true;
    for (let index = 0; index < value.length && isWhole; index += 1) {
      const completed = complete(value[index], completion, index);
      shaped[index] = completed ?? null;
      isWhole = completed !== undefined || !isRequired;
    }
    completion.path.pop();
    if (!isWhole) completion.deferred.length = deferredBefore;
    return isWhole ? shaped : undefined;
  };
}

function completeObject(
  selecting: Selecting,
  declared: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
  what: string,
): Complete {
  const shapes = new Map<string, Shape | undefined>();
  const shapeNamed = (name: string): Shape | undefined => {
    if (shapes.has(name)) return shapes.get(name);
    const type = selecting.schema.getType(name);
    const fits = isCompositeType(type) && (type === declared || isUnder(selecting, declared, type));
    const shape = fits ? shapeOf(selecting, type, sets) : undefined;
    shapes.set(name, shape);
    return shape;
  };
  const nameOf = isObjectType(declared)
    ? () => declared.name
    : (value: Data) => (typeof value.__typename === 'string' ? value.__typename : declared.name);

  return (value, completion, key) => {
    if (value === null || value === undefined) return null;
    // A name that the API does not have is not said: it may be inaccessible.
    const shape = isData(value) ? shapeNamed(nameOf(value)) : undefined;
    if (!isData(value) || !shape) {
      completion.report(key, `A subgraph returned something that is not a ${getNamedType(declared).name} for ${what}.`);
      return undefined;
    }
    completion.path.push(key);
    const shaped = shape(value, completion);
    completion.path.pop();
    return shaped;
  };
}

function isUnder({ schema }: Selecting, declared: GraphQLCompositeType, type: GraphQLCompositeType): boolean {
  return !isObjectType(declared) && 'getFields' in type && schema.isSubType(declared, type);
}
