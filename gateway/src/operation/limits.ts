import { type Limits, MOST_COST, registeredLimits } from '@mycelium/schema/limits/limits';
import { GraphQLError } from 'graphql';
import type { CallContext } from '../call-context.ts';
import type { Operation } from '../supergraph/operation.ts';

/** Free documents may have less: nobody has read them before. */
export interface LimitSettings {
  registered: Limits;
  free: Limits;
}

export const defaultLimits: LimitSettings = {
  registered: registeredLimits,
  free: { depth: 15, aliases: 50, rootFields: 20, cost: MOST_COST },
};

/** An estimate, and the most that it may be. */
export interface Cost {
  estimated: number;
  allowed: number;
}

/** The limits in front of any supergraph: as much as we can take; what it costs is between the client and its subgraphs. */
export const openLimits: LimitSettings = { registered: depthAlone(), free: depthAlone() };

function depthAlone(): Limits {
  const unlimited = Number.POSITIVE_INFINITY;
  return { depth: 15, aliases: unlimited, rootFields: unlimited, cost: unlimited };
}

/** One error for each limit that an operation exceeds, and what it costs at most. */
export function measure(
  { size, estimateCost }: Operation,
  variables: Record<string, unknown>,
  { origin, asksCost }: Pick<CallContext, 'origin' | 'asksCost'>,
  { registered, free }: LimitSettings,
): { exceeded: GraphQLError[]; cost?: Cost } {
  const { cost: most, ...limits } = origin?.isRegistered ? registered : free;
  const allowedCost = Math.min(most, origin?.maxCost ?? most);
  const exceeded: GraphQLError[] = [];
  for (const [name, actual] of Object.entries(size) as [keyof typeof size, number][]) {
    const allowed = limits[name];
    if (actual > allowed) exceeded.push(tooLarge(name, actual, allowed));
  }
  // What is too large is not worth an estimate.
  if (exceeded.length > 0 || (allowedCost === Number.POSITIVE_INFINITY && !asksCost)) return { exceeded };
  const { total, unsized } = estimateCost(variables);
  for (const { coordinate, slicingArguments } of unsized) exceeded.push(notSliced(coordinate, slicingArguments));
  if (total > allowedCost) exceeded.push(tooCostly(total, allowedCost));
  return { exceeded, cost: { estimated: total, allowed: allowedCost } };
}

const words = { depth: 'levels', aliases: 'aliases', rootFields: 'root fields' };

function tooLarge(name: keyof typeof words, actual: number, allowed: number): GraphQLError {
  return new GraphQLError(`The operation has ${actual} ${words[name]}; the limit is ${allowed}.`, {
    extensions: { code: 'OPERATION_TOO_LARGE', limit: name, actual, allowed, http: { status: 400 } },
  });
}

function notSliced(coordinate: string, names: readonly string[]): GraphQLError {
  return new GraphQLError(`${coordinate} takes exactly one of ${names.join(', ')}.`, {
    extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
  });
}

function tooCostly(cost: number, allowed: number): GraphQLError {
  const actual = Number.isFinite(cost) ? cost : undefined;
  return new GraphQLError(`The operation may cost ${actual ?? 'far too much'}; the limit is ${allowed}.`, {
    extensions: { code: 'OPERATION_TOO_COSTLY', limit: 'cost', actual, allowed, http: { status: 400 } },
  });
}
