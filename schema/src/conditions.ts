import { type DirectiveNode, Kind, type SelectionNode } from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

/** The directives whose `if` decides what is selected. */
const SELECTING: readonly string[] = ['skip', 'include'];

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

/** The variable on which a directive depends, if it does. */
export function variableOf(directive: DirectiveNode): string | undefined {
  const value = conditionOf(directive);
  return value?.kind === Kind.VARIABLE ? value.name.value : undefined;
}

export function isSelecting({ name }: DirectiveNode): boolean {
  return SELECTING.includes(name.value);
}
