import { type DocumentNode, Kind } from 'graphql';

/** The directive of a subscription whose every event is all of the state, the first one as it is now. */
const CURRENT_STATE = 'currentState';

/** The coordinates of the fields that a supergraph marks `@currentState`. */
export function readStates({ definitions }: DocumentNode): ReadonlySet<string> {
  const marked = definitions.flatMap((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION
      ? (definition.fields ?? [])
          .filter(({ directives }) => directives?.some(({ name }) => name.value === CURRENT_STATE))
          .map((field) => `${definition.name.value}.${field.name.value}`)
      : [],
  );
  return new Set(marked);
}
