import type { z } from 'zod';
import { parseExact } from '../exact-json.ts';

/** An answer that is not what was asked for; `place` says where. */
export class OddAnswer extends Error {
  constructor(
    readonly place: string,
    readonly why: string,
    /** Whether it may be only half of what was to be said. */
    readonly mayBeCut: boolean,
  ) {
    super(why);
  }
}

/** What is made of an answer: of all of it, or, `isStream`, of each piece as it comes. */
export type Reader<Data> =
  | { accept: string; isStream?: false; read(bytes: Buffer): Data }
  | { accept: string; isStream: true; read(pieces: AsyncIterable<Uint8Array>): Data };

/** JSON of this shape; of an empty answer, undefined. */
export function json<Schema extends z.ZodType>(schema: Schema): Reader<z.output<Schema>> {
  return jsonBy(JSON.parse, schema);
}

/** The same, with numbers beyond a double as `JSON.rawJSON`, digit by digit: for vendors whose ids are such numbers. */
export function exactJson<Schema extends z.ZodType>(schema: Schema): Reader<z.output<Schema>> {
  return jsonBy(parseExact, schema);
}

export const text: Reader<string> = { accept: '*/*', read: (bytes) => bytes.toString() };

export const bytes: Reader<Buffer> = { accept: '*/*', read: (all) => all };

/** Reads an answer that is too long to be held, in pieces; they throw OutsideError where they break off, stand still, or are too much. */
export const stream: Reader<AsyncIterable<Uint8Array>> = { accept: '*/*', isStream: true, read: (pieces) => pieces };

function jsonBy<Schema extends z.ZodType>(parse: (text: string) => unknown, schema: Schema): Reader<z.output<Schema>> {
  return {
    accept: 'application/json',
    read(all) {
      const { success, data, error } = schema.safeParse(valueIn(parse, all.toString()));
      if (success) return data;
      const [issue] = error.issues;
      throw new OddAnswer(issue?.path.join('.') ?? '', issue?.message ?? '', false);
    },
  };
}

function valueIn(parse: (text: string) => unknown, said: string): unknown {
  if (said.trim() === '') return undefined;
  try {
    return parse(said);
  } catch {
    throw new OddAnswer('its beginning', 'it is not JSON, or only half of it', true);
  }
}
