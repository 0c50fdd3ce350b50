import { z } from 'zod';
import { hashText } from './document-id.ts';

const count = z.number().int().positive();
const moment = z.iso.datetime({ offset: true });

/** What binds a client beside its documents; what is not said is as for every client. */
const terms = {
  /** Which of the scopes of its credential the client may use. */
  scopes: z.array(z.string().min(1)),
  /** How many operations in a minute, in place of what an address may ask. */
  perMinute: count,
  /** How many operations in an hour, in place of what every API key may ask. */
  perHour: count,
  /** The most that one operation may cost. */
  cost: count,
  /** How many subscriptions may be live at a time, at each gateway. */
  subscriptions: z.number().int().nonnegative(),
  /** From when on the client may ask nothing. */
  expiresAt: moment,
};
const termsSchema = z.strictObject(terms).partial();
export type Terms = z.infer<typeof termsSchema>;

const documentSchema = z.strictObject({ text: z.string().min(1), expiresAt: moment.optional() });
/** An operation that a client may ask. */
export type RegisteredDocument = z.infer<typeof documentSchema>;

const clientListSchema = termsSchema.extend({ documents: z.array(documentSchema) });
/** Everything that an API client may do. */
export type ClientList = z.infer<typeof clientListSchema>;

const idSchema = z.string().regex(/^[0-9a-f]{64}$/, 'is the SHA-256 of a document, as hex');
const changeSchema = z
  .strictObject({
    ...Object.fromEntries(Object.entries(terms).map(([name, schema]) => [name, schema.nullable()])),
    add: z.array(documentSchema),
    remove: z.array(idSchema),
  })
  .partial();
/** What becomes different; a term that is null binds no more, and everything else stays. */
export type ListChange = { [Name in keyof Terms]: Terms[Name] | null } & {
  add?: readonly RegisteredDocument[];
  /** The operations to be removed, as the SHA-256 (hex) of their texts. */
  remove?: readonly string[];
};

/** The lists of all API clients, as they are kept. A change is heard of by every gateway that listens. */
export interface ClientLists {
  read(client: string): Promise<ClientList | undefined>;
  /** Writes a list, in place of the one that is there. */
  write(client: string, list: ClientList): Promise<void>;
  /** Changes a part; of a client without a list it makes one. */
  change(client: string, change: ListChange): Promise<void>;
  remove(client: string): Promise<void>;
  /** Calls back when a list has changed, and without a client when some may have. */
  listen(listener: (client: string | undefined) => void): void;
  close(): void;
}

/** A list as it is kept: one entry for each term and each document (by its hash), all of them JSON. */
export type ListRecord = Record<string, string>;

/** The record of a list; throws when the list is not good. */
export function recordOf(list: ClientList): ListRecord {
  const { documents, ...given } = clientListSchema.parse(list);
  const entries = [...Object.entries(given).filter(([, value]) => value !== undefined), ...documents.map(byHash)];
  return Object.fromEntries(entries.map(([name, value]) => [name, JSON.stringify(value)]));
}

/** What a change sets in a record, and what it takes out; throws when the change is not good. */
export function changesOf(change: ListChange): { set: ListRecord; unset: string[] } {
  const { add = [], remove = [], ...given } = changeSchema.parse(change);
  const told = Object.entries(given).filter(([, value]) => value !== undefined);
  const set = [...told.filter(([, value]) => value !== null), ...add.map(byHash)];
  return {
    set: Object.fromEntries(set.map(([name, value]) => [name, JSON.stringify(value)])),
    unset: [...told.flatMap(([name, value]) => (value === null ? [name] : [])), ...remove],
  };
}

/** The list in a record; undefined when there is none. Throws when its terms are not good; names documents that are not, and leaves them out. */
export function listOf(record: ListRecord, onBad: (hash: string) => void): ClientList | undefined {
  const entries = Object.entries(record);
  if (entries.length === 0) return undefined;
  const isDocument = ([name]: [string, string]) => idSchema.safeParse(name).success;
  const documents = entries.filter(isDocument).flatMap(([hash, text]) => {
    const { data } = documentSchema.safeParse(parsedJson(text));
    if (data && hashText(data.text) === hash) return [data];
    onBad(hash);
    return [];
  });
  const given = entries.filter((entry) => !isDocument(entry)).map(([name, text]) => [name, parsedJson(text)]);
  return { ...termsSchema.parse(Object.fromEntries(given)), documents };
}

function byHash(document: RegisteredDocument): [string, unknown] {
  return [hashText(document.text), document];
}

/** What is no JSON is null, which no term and no document may be. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
