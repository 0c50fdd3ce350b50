import {
  type FieldNode,
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  isInputObjectType,
  Kind,
  type ValueNode,
  valueFromASTUntyped,
} from 'graphql';
import type { Term, Variables } from './term.ts';
import type { ListSize } from './weights.ts';

/** An argument as it is given, or by its default. */
export interface Argument {
  /** Whether it is the same for every request. */
  isFixed: boolean;
  read(variables: Variables): unknown;
}

/** The arguments of a selected field by their names. */
export type Given = ReadonlyMap<string, Argument>;

export function argumentsOf(field: GraphQLField<unknown, unknown>, node: FieldNode): Given {
  const values = new Map(node.arguments?.map(({ name, value }) => [name.value, value]));
  return new Map(field.args.map(({ name, defaultValue }) => [name, argumentOf(values.get(name), defaultValue)]));
}

function argumentOf(value: ValueNode | undefined, defaultValue: unknown): Argument {
  if (!value || !hasVariable(value)) {
    const fixed = (value && valueFromASTUntyped(value)) ?? defaultValue;
    return { isFixed: true, read: () => fixed };
  }
  return { isFixed: false, read: (variables) => valueFromASTUntyped(value, variables) ?? defaultValue };
}

function hasVariable(value: ValueNode): boolean {
  if (value.kind === Kind.LIST) return value.values.some(hasVariable);
  if (value.kind === Kind.OBJECT) return value.fields.some((field) => hasVariable(field.value));
  return value.kind === Kind.VARIABLE;
}

/** The largest of the slicing arguments that are given, else what is assumed. */
export function lengthOf({ slicingArguments, assumedSize }: ListSize, given: Given, assumedOtherwise: number): Term {
  const slicing = slicingArguments.flatMap((name) => given.get(name) ?? []);
  return term(slicing, (variables) => {
    const asked = slicing.flatMap(({ read }) => {
      const value = read(variables);
      return typeof value === 'number' ? [Math.max(0, value)] : [];
    });
    return asked.length > 0 ? Math.max(...asked) : (assumedSize ?? assumedOtherwise);
  });
}

/** Whether a field has exactly one slicing argument, where it wants that. */
export function isSliced(
  { slicingArguments, requireOneSlicingArgument }: ListSize,
  given: Given,
  variables: Variables,
): boolean {
  if (!requireOneSlicingArgument || slicingArguments.length === 0) return true;
  const values = slicingArguments.map((name) => given.get(name)?.read(variables));
  return values.filter((value) => value !== undefined && value !== null).length === 1;
}

/** What an argument costs: `weight` or what its type says, for each value in it. */
export function costOfArgument(
  costs: ReadonlyMap<string, number>,
  type: GraphQLInputType,
  argument: Argument,
  weight: number | undefined,
): Term {
  const named = getNamedType(type);
  if (!isInputObjectType(named) && !(weight ?? costs.get(named.name))) return 0;
  return term([argument], (variables) => costOfValue(costs, type, argument.read(variables), weight));
}

function costOfValue(
  costs: ReadonlyMap<string, number>,
  type: GraphQLInputType,
  value: unknown,
  weight: number | undefined,
): number {
  if (value === undefined || value === null) return 0;
  if (Array.isArray(value)) {
    return value.reduce<number>((total, each) => total + costOfValue(costs, type, each, weight), 0);
  }
  const named = getNamedType(type);
  const own = weight ?? costs.get(named.name) ?? (isInputObjectType(named) ? 1 : 0);
  if (!isInputObjectType(named) || typeof value !== 'object') return own;
  return Object.values(named.getFields()).reduce((total, field) => {
    const inner = Object.hasOwn(value, field.name) ? (value as Record<string, unknown>)[field.name] : undefined;
    return total + costOfValue(costs, field.type, inner, costs.get(`${named.name}.${field.name}`));
  }, own);
}

function term(from: readonly Argument[], compute: (variables: Variables) => number): Term {
  return from.every(({ isFixed }) => isFixed) ? compute({}) : compute;
}
