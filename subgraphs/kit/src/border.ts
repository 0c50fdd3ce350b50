import { NO_MOMENT } from '@mycelium/schema/moment';
import {
  defaultFieldResolver,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { Invalid } from './errors.ts';
import { type Flaw, flawInAmount, flawInJson, flawInText, within } from './flaw.ts';

type Check = (value: unknown) => Flaw | undefined;

/** Nothing gets past: every field that takes arguments refuses a value that cannot be kept, by its path from the operation's arguments, whether it came as a variable or stands in the document. */
export function guardArguments(schema: GraphQLSchema): void {
  const known = new Map<GraphQLInputType, Check | undefined>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const check = checkOfFields(field.args, known);
      if (!check) continue;
      const guard = (args: Record<string, unknown>): void => {
        const flaw = check(args);
        if (flaw) throw refusalOf(flaw);
      };
      const { resolve = defaultFieldResolver, subscribe } = field;
      if (subscribe) {
        field.subscribe = (source, args, context, info) => {
          guard(args);
          return subscribe(source, args, context, info);
        };
      } else {
        field.resolve = (source, args, context, info) => {
          guard(args);
          return resolve(source, args, context, info);
        };
      }
    }
  }
}

function refusalOf({ message, path, reason, limit }: Flaw): Invalid {
  return new Invalid(message, path, { reason, ...(limit !== undefined && { limit }) });
}

/** The check of a type; undefined for what cannot be wrong once it has its type. */
function checkOf(type: GraphQLInputType, known: Map<GraphQLInputType, Check | undefined>): Check | undefined {
  if (isNonNullType(type)) return checkOf(type.ofType, known);
  if (isListType(type)) return checkOfList(checkOf(type.ofType, known));
  if (isEnumType(type)) return undefined;
  if (!isInputObjectType(type)) return type.name in scalars ? scalars[type.name] : flawInJson;
  if (known.has(type)) return known.get(type);
  // A type that contains itself finds its own check when it is asked for.
  known.set(type, (value) => known.get(type)?.(value));
  const check = checkOfFields(Object.values(type.getFields()), known);
  known.set(type, check);
  return check;
}

const text: Check = (value) => (typeof value === 'string' ? flawInText(value) : undefined);

const scalars: Record<string, Check | undefined> = {
  Int: undefined,
  Float: undefined,
  Boolean: undefined,
  String: text,
  ID: text,
  DateTime: (value) =>
    value instanceof Date && Number.isNaN(value.getTime())
      ? { message: `${NO_MOMENT}.`, path: [], reason: 'WRONG_FORM' }
      : undefined,
  MinorUnits: flawInAmount,
  Settings: (value) =>
    typeof value === 'object' && !Array.isArray(value) && !JSON.isRawJSON(value)
      ? flawInJson(value)
      : { message: 'Settings are an object.', path: [], reason: 'WRONG_FORM' },
};

function checkOfList(check: Check | undefined): Check | undefined {
  if (!check) return undefined;
  return (values) => {
    if (!Array.isArray(values)) return undefined;
    for (const [index, value] of values.entries()) {
      const flaw = value == null ? undefined : within(index, check(value));
      if (flaw) return flaw;
    }
    return undefined;
  };
}

function checkOfFields(
  fields: readonly (GraphQLArgument | GraphQLInputField)[],
  known: Map<GraphQLInputType, Check | undefined>,
): Check | undefined {
  const checks = fields.flatMap(({ name, type }) => {
    const check = checkOf(type, known);
    return check ? [{ name, check }] : [];
  });
  if (checks.length === 0) return undefined;
  return (values) => {
    for (const { name, check } of checks) {
      const value = (values as Record<string, unknown>)[name];
      const flaw = value == null ? undefined : within(name, check(value));
      if (flaw) return flaw;
    }
    return undefined;
  };
}
