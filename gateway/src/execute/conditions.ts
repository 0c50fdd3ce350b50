import { type DirectiveNode, type DocumentNode, Kind, type SelectionNode, visit } from 'graphql';
import type { Data } from './run.ts';

/** Names of the variables on which `@skip` and `@include` of a document depend. */
export function conditionVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    [Kind.DIRECTIVE](directive) {
      const value = conditionOf(directive);
      if (value?.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

/** A document as its conditions leave it: without what they exclude, and without them. */
export function decide(document: DocumentNode, variables: Data): DocumentNode {
  const decided = <Node extends SelectionNode>(node: Node) => {
    if (!isIncluded(node, variables)) return null;
    if (!node.directives?.some(conditionOf)) return undefined;
    return { ...node, directives: node.directives.filter((directive) => !conditionOf(directive)) };
  };
  return visit(document, {
    [Kind.FIELD]: decided,
    [Kind.INLINE_FRAGMENT]: decided,
    [Kind.FRAGMENT_SPREAD]: decided,
  });
}

export function isIncluded({ directives = [] }: SelectionNode, variables: Data): boolean {
  return directives.every((directive) => {
    const value = conditionOf(directive);
    if (!value) return true;
    const holds =
      value.kind === Kind.VARIABLE ? variables[value.name.value] === true : value.kind === Kind.BOOLEAN && value.value;
    return directive.name.value === 'include' ? holds : !holds;
  });
}

function conditionOf({ name, arguments: given }: DirectiveNode) {
  if (name.value !== 'skip' && name.value !== 'include') return undefined;
  return given?.find((argument) => argument.name.value === 'if')?.value;
}
