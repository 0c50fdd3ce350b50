import { GraphQLScalarType, Kind } from 'graphql';
import { readMoment } from './moment.ts';

/** A moment as RFC 3339 in UTC; a Date inside. What is no moment becomes an invalid Date, which the border of a subgraph refuses by the path of its field. */
export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'A moment, ISO 8601 in UTC, for example 2026-11-20T18:30:00.000Z.',
  serialize: (value) => (value instanceof Date ? value.toISOString() : new Date(String(value)).toISOString()),
  // A neighbour in the same process hands over a Date as it is.
  parseValue: (value) => (value instanceof Date ? value : (readMoment(value) ?? new Date(Number.NaN))),
});

/** A position in a feed of changes; what it must look like is checked where it is used, so that the error can name the field. */
export const Cursor = new GraphQLScalarType<string, string>({
  name: 'Cursor',
  description: 'A position in a feed of changes. Opaque: pass back what you were given.',
  serialize: String,
  parseValue: String,
});

/** A settings object; the border of a subgraph refuses what is none by the path of its field. */
export const Settings = new GraphQLScalarType<Record<string, unknown>, unknown>({
  name: 'Settings',
  description: 'A JSON object whose shape depends on what it belongs to, at most 64 levels deep.',
  // What is no object does not get past the border.
  parseValue: (value) => value as Record<string, unknown>,
});

/** An amount; the border of a subgraph refuses what is no whole number, and what no double holds, by the path of its field. */
export const MinorUnits = new GraphQLScalarType<number, number>({
  name: 'MinorUnits',
  description:
    'A whole number of the smallest unit of a currency, from -9007199254740991 to 9007199254740991. ISO 4217 says how many make one unit: 100 for MXN and COP, 1 for JPY, 1000 for KWD.',
  serialize: (value) => {
    const amount = typeof value === 'bigint' ? Number(value) : value;
    if (!isAmount(amount)) throw new RangeError('An amount has more digits than can be stored.');
    return amount;
  },
  // What is none does not get past the border.
  parseValue: (value) => value as number,
  parseLiteral: (node) => (node.kind === Kind.INT ? Number(node.value) : Number.NaN),
});

function isAmount(value: unknown): value is number {
  return Number.isSafeInteger(value);
}
