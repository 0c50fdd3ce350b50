import fc, { type Arbitrary } from 'fast-check';
import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { v7 as uuidv7 } from 'uuid';
import {
  hostileCursors,
  hostileFloats,
  hostileIds,
  hostileInts,
  hostileJson,
  hostileMoments,
  hostileTexts,
  moments,
  smallInts,
  words,
} from './hostile-values.ts';

/** What of the house can be named in questions. */
export interface Known {
  /** One thing of each kind, by what it is: { menu: '0198…' }. */
  things: Readonly<Record<string, string>>;
  /** Cursors and the like. */
  texts: readonly string[];
  /** Nothing but what a well-meaning client would say. */
  wellMeant?: boolean;
}

const pick = <Value>(values: readonly Value[]): Arbitrary<Value> => fc.constantFrom(...values);
const either = <Value>({ wellMeant }: Known, good: Arbitrary<Value>, bad: Arbitrary<Value>): Arbitrary<Value> =>
  wellMeant ? good : fc.oneof({ weight: 3, arbitrary: good }, { weight: 2, arbitrary: bad });

/** Of the things of the house the one that is meant, as far as the names tell: `sectionId`, the `id` of `updateDisplay`. */
export function meantBy(place: readonly string[], { things }: Known): string[] {
  const named = place.join(' ').toLowerCase();
  const kinds = Object.keys(things).filter((kind) => named.includes(kind.toLowerCase()));
  const longest = Math.max(0, ...kinds.map((kind) => kind.length));
  return kinds.flatMap((kind) => (kind.length === longest && things[kind] ? [things[kind]] : []));
}

function idsAt(place: readonly string[], known: Known): Arbitrary<unknown> {
  const meant = [...meantBy(place.slice(-1), known), ...meantBy(place, known)];
  const others = pick([...Object.values(known.things), uuidv7()]);
  const good =
    meant.length > 0 ? fc.oneof({ weight: 4, arbitrary: pick(meant) }, { weight: 1, arbitrary: others }) : others;
  if (known.wellMeant) return good;
  return fc.oneof({ weight: 5, arbitrary: good }, { weight: 1, arbitrary: pick([...hostileIds, ...hostileTexts]) });
}

function scalarValues(name: string, place: readonly string[], known: Known): Arbitrary<unknown> {
  switch (name) {
    case 'ID':
      return idsAt(place, known);
    case 'String':
      return either(known, pick([...words, ...known.texts, ...moments]), pick([...hostileTexts, ...hostileCursors]));
    case 'Int':
      return either(known, pick(smallInts), pick(hostileInts));
    case 'MinorUnits':
      return either(known, pick(smallInts), pick([...hostileInts, ...hostileFloats]));
    case 'Float':
      return either(known, pick(smallInts), pick(hostileFloats));
    case 'Boolean':
      return fc.boolean();
    case 'DateTime':
      return either<unknown>(known, pick(moments), pick(hostileMoments));
    case 'Cursor':
      return either(
        known,
        pick(known.texts.length > 0 ? known.texts : ['0-0']),
        pick([...hostileCursors, ...hostileTexts]),
      );
    default:
      return either<unknown>(
        known,
        pick([{ entityId: 'e1' }, { key: 'theme', value: 'dark' }, {}, { type: 'object' }]),
        pick([...hostileJson, ...hostileTexts, ...hostileFloats]),
      );
  }
}

/** Values of an input type at a place (the field and the names down to it): those of its form, at their edges and beyond what they are meant for. */
export function valuesOf(type: GraphQLInputType, place: readonly string[], known: Known): Arbitrary<unknown> {
  if (isNonNullType(type)) return valuesOf(type.ofType, place, known).filter((value) => value !== null);
  const given = (): Arbitrary<unknown> => {
    if (isListType(type)) {
      const each = valuesOf(type.ofType, place, known);
      if (known.wellMeant) return fc.array(each, { minLength: 1, maxLength: 1 });
      return fc.oneof(
        { weight: 12, arbitrary: fc.array(each, { maxLength: 3 }) },
        { weight: 1, arbitrary: each.map((value) => Array.from({ length: 300 }, () => value)) },
      );
    }
    if (isEnumType(type)) return pick(type.getValues().map(({ name }) => name));
    if (isInputObjectType(type)) return inputValues(type, place, known);
    return scalarValues('name' in type ? type.name : '', place, known);
  };
  if (known.wellMeant) return given();
  return fc.oneof({ weight: 9, arbitrary: given() }, { weight: 1, arbitrary: fc.constant(null) });
}

function inputValues(type: GraphQLInputObjectType, place: readonly string[], known: Known): Arbitrary<unknown> {
  const fields = Object.values(type.getFields());
  const requiredKeys = fields.filter(({ type: of, defaultValue }) => isNonNullType(of) && defaultValue === undefined);
  return fc.record(
    Object.fromEntries(fields.map((field) => [field.name, valuesOf(field.type, [...place, field.name], known)])),
    {
      requiredKeys: requiredKeys.map(({ name }) => name),
    },
  );
}
