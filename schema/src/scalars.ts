import { GraphQLScalarType } from 'graphql';

/** A moment as ISO 8601 in UTC; a Date inside. */
export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'A moment, ISO 8601 in UTC, for example 2026-11-20T18:30:00.000Z.',
  serialize: (value) => (value instanceof Date ? value.toISOString() : new Date(String(value)).toISOString()),
  parseValue: (value) => {
    const date = new Date(String(value));
    if (Number.isNaN(date.getTime())) throw new TypeError(`DateTime cannot read ${JSON.stringify(value)}.`);
    return date;
  },
});

/** A position in a feed of changes; what it must look like is checked where it is used, so that the error can name the field. */
export const Cursor = new GraphQLScalarType<string, string>({
  name: 'Cursor',
  description: 'A position in a feed of changes. Opaque: hand back what you were given.',
  serialize: String,
  parseValue: String,
});

/** A settings object; what it must look like is checked where it is used. */
export const Settings = new GraphQLScalarType<Record<string, unknown>, unknown>({
  name: 'Settings',
  description: 'An object in JSON whose shape depends on what it belongs to.',
  parseValue: (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new TypeError('Settings are an object.');
    return value as Record<string, unknown>;
  },
});
