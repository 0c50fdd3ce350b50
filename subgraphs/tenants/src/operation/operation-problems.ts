import { missingScopes } from '@mycelium/schema/access';
import { type Inspected, inspectDocument } from '@mycelium/schema/inspect-document';
import { registeredLimits, type Size } from '@mycelium/schema/limits/limits';
import type { ApiClient } from '../api-client/api-client.ts';
import { type OperationProblem, OperationProblemKind } from './operation.ts';

/** What Int can say in GraphQL. */
const LARGEST_INT = 2 ** 31 - 1;

const words: Record<keyof Size, string> = { depth: 'levels', aliases: 'aliases', rootFields: 'root fields' };

/** Why this document would be refused if this client sent it now: by the graph, by what the client is allowed, by its scopes. */
export function problemsOf(text: string, client: Pick<ApiClient, 'scopes' | 'limits'>): OperationProblem[] {
  const { problems, known } = inspectDocument(text);
  if (!known) return problems.map((message) => ({ kind: OperationProblemKind.UNFIT, message }));
  return [...costProblems(known.cost, client), ...sizeProblems(known.size), ...scopeProblems(known.scopes, client)];
}

/** What it costs, where that is a number worth telling. */
export function costOf({ known }: Inspected): number | undefined {
  return known && known.cost <= LARGEST_INT ? known.cost : undefined;
}

/** What a client must have to run it; where there is a choice, the least. */
export function scopesOf({ known }: Inspected): string[] {
  return known ? missingScopes(known.scopes, []) : [];
}

function costProblems(cost: number, { limits }: Pick<ApiClient, 'limits'>): OperationProblem[] {
  const allowed = Math.min(limits.cost ?? registeredLimits.cost, registeredLimits.cost);
  if (cost <= allowed) return [];
  const told = cost <= LARGEST_INT ? cost : 'far too much';
  return [{ kind: OperationProblemKind.TOO_COSTLY, message: `It may cost ${told}; the limit is ${allowed}.` }];
}

function sizeProblems(size: Size): OperationProblem[] {
  return (Object.keys(words) as (keyof Size)[])
    .filter((name) => size[name] > registeredLimits[name])
    .map((name) => ({
      kind: OperationProblemKind.TOO_LARGE,
      message: `It has ${size[name]} ${words[name]}, and the limit is ${registeredLimits[name]}.`,
    }));
}

function scopeProblems(needed: string[][][], { scopes }: Pick<ApiClient, 'scopes'>): OperationProblem[] {
  return missingScopes(needed, scopes).map((scope) => ({
    kind: OperationProblemKind.SCOPE_MISSING,
    message: `It needs the scope ${scope}, which the client does not have.`,
    scope,
  }));
}
