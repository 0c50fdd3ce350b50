import {
  BREAK,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  Kind,
  type NameNode,
  print,
  type SelectionSetNode,
  TypeInfo,
  type ValueNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { LITERAL, liftLongLiterals } from '../supergraph/long-literals.ts';
import type { Data } from './run.ts';

/** An operation as it is planned, and the key under which the answer to each of the client's fields comes. */
export interface FieldKeys {
  document: DocumentNode;
  keyOf(field: FieldNode): string;
  /** The client's variables under the names that the plan has for them. */
  nameVariables(values: Data): Data;
}

/** The planner's own variables and ours are called so: what is sent of entities, what `@fromContext` takes, literals. Those of a client get other names. */
const TAKEN = new RegExp(`^(representations$|contextualArgument_|${LITERAL})`);

/**
 * Takes the client's aliases out of an operation. The planner looks for what `@key` and `@requires` need under the
 * names of fields, and would take an alias of that name, or a field with other arguments, for it. So a field that
 * takes no arguments comes under its name, and one that does under a key of its own for each set of arguments.
 * An object with an alias has its own key too.
 */
export function nameFields(schema: GraphQLSchema, document: DocumentNode): FieldKeys {
  const keys = new Map<FieldNode, string>();
  const numbers = new Map<string, number>();
  const types = new TypeInfo(schema);
  const own = new Set<unknown>([schema.getMutationType(), schema.getSubscriptionType()].filter((type) => type));

  const chooseKey = (field: FieldNode): string => {
    const name = field.name.value;
    // Each root field of a mutation happens, however often it is the same; that of a subscription is upstream's too.
    if (own.has(types.getParentType())) return (field.alias ?? field.name).value;
    // Two objects of one field may meet different errors, and only one of them become null.
    const alias = field.selectionSet ? field.alias?.value : undefined;
    if (!types.getFieldDef()?.args.length && (!alias || alias === name)) return name;
    const call = `${alias ?? ''} ${name}(${[...(field.arguments ?? [])]
      .sort((one, other) => compare(one.name.value, other.name.value))
      .map((argument) => `${argument.name.value}: ${normal(argument.value)}`)
      .join()})`;
    const number = numbers.get(call) ?? numbers.size;
    numbers.set(call, number);
    return `${name}__${number}`;
  };

  const isConditional = hasConditions(document);
  const instead = otherNames(document);

  const renamed = visit(
    document,
    visitWithTypeInfo(types, {
      [Kind.FIELD](field) {
        const name = field.name.value;
        if (name === '__schema' || name === '__type') {
          keys.set(field, `${name} ${(field.alias ?? field.name).value}`);
          // No subgraph is asked for it, and in a deferred fragment the planner does not know that.
          return { kind: Kind.FIELD, name: nameOf('__typename') };
        }
        const key = chooseKey(field);
        keys.set(field, key);
        return { ...field, alias: key === name ? undefined : nameOf(key) };
      },
      // Only what is introspected spreads those, and Apollo's packages know less of the schema of schemas than we.
      [Kind.FRAGMENT_DEFINITION]: ({ typeCondition }) => (typeCondition.name.value.startsWith('__') ? null : undefined),
      [Kind.SELECTION_SET]: (set) => (isConditional || set.selections.length === 0 ? neverEmpty(set) : undefined),
      [Kind.VARIABLE](variable) {
        const name = instead.get(variable.name.value);
        return name === undefined ? undefined : { ...variable, name: nameOf(name) };
      },
    }),
  );
  const { document: planned, valuesOf } = liftLongLiterals(schema, renamed);
  const renameVariables = (values: Data): Data => {
    if (instead.size === 0) return values;
    // Introspection knows them by the names that the client gave.
    const renamed = [...instead].filter(([name]) => name in values).map(([name, other]) => [other, values[name]]);
    return { ...values, ...Object.fromEntries(renamed) };
  };
  return {
    document: planned,
    keyOf: (field) => keys.get(field) ?? field.name.value,
    nameVariables: (values) => {
      const named = renameVariables(values);
      return planned === renamed ? named : { ...named, ...valuesOf(named) };
    },
  };
}

/** Names that no variable has, for those that are taken. */
function otherNames(document: DocumentNode): ReadonlyMap<string, string> {
  const names = new Set<string>();
  visit(document, { [Kind.VARIABLE]: ({ name }) => void names.add(name.value) });
  const instead = new Map<string, string>();
  for (const name of [...names].filter((each) => TAKEN.test(each))) {
    let number = 0;
    while (names.has(`client${number}__${name}`)) number += 1;
    instead.set(name, `client${number}__${name}`);
  }
  return instead;
}

function nameOf(value: string): NameNode {
  return { kind: Kind.NAME, value };
}

function hasConditions(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    [Kind.DIRECTIVE]() {
      found = true;
      return BREAK;
    },
  });
  return found;
}

/** A selection that is never empty: also of an object from which nothing is selected we must know whether it is null. */
function neverEmpty(set: SelectionSetNode): SelectionSetNode | undefined {
  if (set.selections.some(({ kind, directives }) => kind === Kind.FIELD && !directives?.length)) return undefined;
  return { ...set, selections: [...set.selections, { kind: Kind.FIELD, name: nameOf('__typename') }] };
}

function normal(value: ValueNode): string {
  return print(
    visit(value, {
      [Kind.OBJECT]: (object) => ({
        ...object,
        fields: [...object.fields].sort((one, other) => compare(one.name.value, other.name.value)),
      }),
    }),
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : 1;
}
