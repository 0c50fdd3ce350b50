import { type DirectiveNode, type DocumentNode, Kind, type SelectionNode, visit } from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

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

export function isIncluded({ directives = [] }: SelectionNode, variables: Variables): boolean {
  return directives.every((directive) => {
    if (!isSelecting(directive)) return true;
    const holds = conditionHolds(directive, variables);
    return directive.name.value === 'include' ? holds : !holds;
  });
}

/** Whether the `if` of a directive is true, by its variable or as it stands. */
export function conditionHolds(directive: DirectiveNode, variables: Variables): boolean {
  const value = conditionOf(directive);
  if (value?.kind === Kind.VARIABLE) return variables[value.name.value] === true;
  return value?.kind === Kind.BOOLEAN && value.value;
}

export function conditionOf({ arguments: given }: DirectiveNode) {
  return given?.find((argument) => argument.name.value === 'if')?.value;
}

export function isSelecting({ name }: DirectiveNode): boolean {
  return SELECTING.includes(name.value);
}
