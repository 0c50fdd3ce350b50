import { type DirectiveNode, type DocumentNode, Kind, type SelectionNode, visit } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Data } from './run.ts';

/** The directives whose `if` decides what is selected. */
const SELECTING: readonly string[] = ['skip', 'include'];

/** Names of the variables on which `@skip` and `@include` of a document depend, or those directives that are named. */
export function conditionVariables(document: DocumentNode, directives = SELECTING): string[] {
  const names = new Set<string>();
  visit(document, {
    [Kind.DIRECTIVE](directive) {
      const value = directives.includes(directive.name.value) ? conditionOf(directive) : undefined;
      if (value?.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

/** A document as its conditions leave it: without what they exclude, and without them. */
export function decide(document: DocumentNode, variables: Data): DocumentNode {
  const decided = <Node extends SelectionNode>(node: Node) => {
    if (!isIncluded(node, variables)) return null;
    if (!node.directives?.some(isSelecting)) return undefined;
    return { ...node, directives: node.directives.filter((directive) => !isSelecting(directive)) };
  };
  return visit(document, {
    [Kind.FIELD]: decided,
    [Kind.INLINE_FRAGMENT]: decided,
    [Kind.FRAGMENT_SPREAD]: decided,
  });
}

export function isIncluded({ directives = [] }: SelectionNode, variables: Data): boolean {
  return directives.every((directive) => {
    if (!isSelecting(directive)) return true;
    const holds = conditionHolds(directive, variables);
    return directive.name.value === 'include' ? holds : !holds;
  });
}

/** Outcomes of conditions for which something is kept. */
const OUTCOMES_KEPT = 64;

/** What follows from the outcome of those variables, made once for each; `onTaken` is told whether it was there. */
export function perOutcome<Value extends object>(
  variables: readonly string[],
  make: (given: Data) => Value,
  onTaken?: (isKnown: boolean) => void,
): (given: Data) => Value {
  const known = new LRUCache<string, Value>({ max: OUTCOMES_KEPT });
  return (given) => {
    const key = variables.map((name) => (given[name] === true ? '1' : '0')).join('');
    const kept = known.get(key);
    onTaken?.(kept !== undefined);
    if (kept) return kept;
    const made = make(given);
    known.set(key, made);
    return made;
  };
}

/** Whether the `if` of a directive is true, by its variable or as it stands. */
export function conditionHolds(directive: DirectiveNode, variables: Data): boolean {
  const value = conditionOf(directive);
  if (value?.kind === Kind.VARIABLE) return variables[value.name.value] === true;
  return value?.kind === Kind.BOOLEAN && value.value;
}

export function conditionOf({ arguments: given }: DirectiveNode) {
  return given?.find((argument) => argument.name.value === 'if')?.value;
}

function isSelecting({ name }: DirectiveNode): boolean {
  return SELECTING.includes(name.value);
}
