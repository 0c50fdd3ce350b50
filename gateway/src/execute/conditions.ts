import { isIncluded, isSelecting } from '@mycelium/schema/conditions';
import { type DocumentNode, Kind, type SelectionNode, visit } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Data } from './run.ts';

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

/** Outcomes of conditions for which something is kept. */
const OUTCOMES_KEPT = 64;

/** What follows from the outcome of those variables, made once for each; `onTaken` hears whether it was there. */
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
