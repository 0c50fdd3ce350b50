import { type DocumentNode, type ExecutionResult, Kind } from 'graphql';

/** A feed is a subscription that can be resumed: it takes `$after`, and its change selects `cursor`. */
export function isFeed(document: DocumentNode): boolean {
  return document.definitions.some(
    (definition) =>
      definition.kind === Kind.OPERATION_DEFINITION &&
      definition.variableDefinitions?.some(({ variable }) => variable.name.value === 'after'),
  );
}

/** The place in a feed up to which changes have arrived. */
export interface Place {
  cursor(): string | undefined;
  /** Moves on with each change that arrived. */
  remember(result: Pick<ExecutionResult, 'data'>): void;
  /** The server does not know the place any more. */
  forget(): void;
}

export function createPlace(after?: string): Place {
  let cursor = after;
  return {
    cursor: () => cursor,
    remember(result) {
      cursor = cursorOf(result.data) ?? cursor;
    },
    forget() {
      cursor = undefined;
    },
  };
}

function cursorOf(data: ExecutionResult['data']): string | undefined {
  for (const change of Object.values(data ?? {})) {
    if (typeof change === 'object' && change !== null && 'cursor' in change && typeof change.cursor === 'string') {
      return change.cursor;
    }
  }
  return undefined;
}
