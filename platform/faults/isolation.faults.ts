import fc from 'fast-check';
import type { GraphQLField } from 'graphql';
import { validate as isUuid, v7 as uuidv7, version } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { logIn, type TestClient } from '../test/client.ts';
import { operationOf } from '../test/root-field.ts';
import { type Belongings, belongingsOf, typesWithId } from './belongings.ts';
import { argumentsOf, rootFields } from './calls.ts';
import type { House } from './house.ts';
import { meantBy } from './input-values.ts';
import { nestedFields } from './nested-fields.ts';
import { placesOf, withValue } from './places.ts';
import { openQuestions, type Question, type Questions } from './questions.ts';
import { openHouseWithStrangers, type Stranger } from './strangers.ts';

const AT_ONCE = 4;

/** Of Las Reinas, what is asked for; of El Farolito, who asks. */
let house: House;
let strangers: Stranger[];
let farolito: TestClient;
let questions: Questions;
let theirs: Belongings;
/** What both have (types and roles that are built in) is nobody's own. */
let foreign: Set<string>;

beforeAll(async () => {
  ({ house, strangers, owner: farolito } = await openHouseWithStrangers());
  const { furniture, network } = house;
  questions = openQuestions(network.url);
  const owner = await logIn(network.url, 'owner@las-reinas.test');
  // What an event brings about is there a moment later.
  await vi.waitFor(
    async () => {
      theirs = await belongingsOf(owner, furniture.tenant, furniture);
      expect(unseen()).toEqual([]);
    },
    { timeout: 180_000, interval: 500 },
  );
  const { viewer } = await farolito.run<{ viewer: { tenant: { id: string } } }>('{ viewer { tenant { id } } }');
  const ours = await belongingsOf(farolito, viewer.tenant.id);
  foreign = new Set([...theirs.ids].filter((id) => !ours.ids.has(id)));
  await owner.close();
}, 300_000);
afterAll(async () => {
  await farolito?.close();
  await house?.close();
});

const UUIDS = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** What was refused, in words that are the same whichever id was asked for. */
function refusalIn(text: string, asked: string): string {
  const answer = JSON.parse(text) as {
    data?: Record<string, unknown> | null;
    errors?: { message: string; path?: unknown; extensions?: Record<string, unknown> }[];
  };
  const errors = answer.errors?.map(({ message, path, extensions }) => ({
    message: message.replaceAll(asked, '«id»').replaceAll(UUIDS, '«uuid»'),
    path,
    code: extensions?.code,
    reason: extensions?.reason,
  }));
  const shown = answer.data && Object.values(answer.data).map((value) => (value === null ? 'null' : 'something'));
  return JSON.stringify({ shown, errors });
}

/** A pair of questions that differ in one id: one is of Las Reinas, of the other there is nothing anywhere. */
interface Pair {
  foreign: Question;
  absent: Question;
  asked: [string, string];
  /** Whether both must be answered alike: a cursor of somebody else's list is one of ours, and made-up text is none. */
  isAlike: boolean;
  /** Whether it is another value at a place that was tried before: only who may do most asks for those. */
  isFurther: boolean;
}

function pairsOf(
  about: string,
  field: GraphQLField<unknown, unknown>,
  write: (variables: Record<string, unknown>) => Pick<Question, 'kind' | 'query'>,
  coordinate: string,
): Pair[] {
  const wellMeant = { things: {}, texts: [], wellMeant: true };
  const [given = {}] = fc.sample(argumentsOf(field, wellMeant), { seed: 1, numRuns: 1 });
  return placesOf(field.args).flatMap(({ path, kind }) => {
    const candidates =
      kind === 'id' ? foreignIdsFor([coordinate, ...path]) : [theirs.cursors.get(field.name) ?? anyOf(theirs.cursors)];
    return candidates.map((value, index): Pair => {
      const absent = kind === 'id' ? uuidv7() : 'bm9uZQ==';
      const question = (id: string): Question => {
        const variables = withValue(given, field.args, path, id);
        return { about: `${about}(${path.join('.')})`, variables, ...write(variables) };
      };
      const asked: Pair['asked'] = [value, absent];
      return {
        foreign: question(value),
        absent: question(absent),
        asked,
        isAlike: kind === 'id' && !isRefusedByForm(path, value),
        isFurther: index > 0,
      };
    });
  });
}

/** Within an input, an id may be one that the client makes: a UUIDv7, or it is refused before anything is looked for. */
function isRefusedByForm(path: readonly (string | number)[], value: string): boolean {
  return path.length > 1 && path.at(-1) === 'id' && !(isUuid(value) && version(value) === 7);
}

const anyOf = (cursors: Map<string, string>): string => cursors.values().next().value ?? '';

/** Those that are meant, as far as names tell; else one of each kind. */
function foreignIdsFor(place: readonly string[]): string[] {
  const meant = [...new Set([...meantBy(place.slice(-1), house.known), ...meantBy(place, house.known)])];
  return meant.length > 0 ? meant : Object.values(house.furniture);
}

/** What an answer has of Las Reinas that the question had not. */
function foreignIn(text: string, { variables }: Question): string[] {
  const supplied = JSON.stringify(variables);
  return [...new Set(text.match(UUIDS) ?? [])].filter((id) => foreign.has(id) && !supplied.includes(id));
}

/** Asks both of each pair as these; answers what differs or is foreign. */
async function tryAll(
  pairs: readonly Pair[],
  askers: readonly Stranger[],
): Promise<{ asked: number; found: string[] }> {
  const found: string[] = [];
  let asked = 0;
  const ask = (stranger: Stranger, question: Question): Promise<string> => {
    asked += 1;
    return questions.ask(stranger, question);
  };
  /** Of somebody, what is said at a place where there is none. */
  const ofNone = new Map<string, string>();
  const compare = async (stranger: Stranger, pair: Pair): Promise<void> => {
    const who = `${stranger.name} · ${pair.foreign.about} · ${JSON.stringify(pair.foreign.variables).slice(0, 300)}`;
    const place = `${stranger.name} ${pair.foreign.about}`;
    let difference: string | undefined;
    // What the first question has changed may make the second one differ; then they are asked once more.
    for (let turn = 0; turn < 2; turn += 1) {
      const text = await ask(stranger, pair.foreign);
      const told = foreignIn(text, pair.foreign);
      if (told.length > 0) found.push(`tells ${told.join(', ')} · ${who} · ${text.slice(0, 300)}`);
      if (!pair.isAlike) return;
      // Of a place where several may be meant it is known after the first; where that differs, it is asked again.
      const known = turn === 0 ? ofNone.get(place) : undefined;
      const other = known ?? refusalIn(await ask(stranger, pair.absent), pair.asked[1]);
      ofNone.set(place, other);
      const one = refusalIn(text, pair.asked[0]);
      if (one === other) return;
      difference = `differs · ${who}\n   theirs ${one}\n   none   ${other}`;
    }
    if (difference) found.push(difference);
  };
  for (const stranger of askers) {
    const compareAll = (kind: Question['kind'], atOnce: number) =>
      eachOf(
        pairs.filter((pair) => pair.foreign.kind === kind && (!pair.isFurther || mayDoMost(stranger))),
        atOnce,
        (pair) => compare(stranger, pair),
      );
    await compareAll('query', AT_ONCE);
    // One after the other: each may change what the next one is told.
    await compareAll('mutation', 1);
    if (!stranger.clientId) await compareAll('subscription', Number.POSITIVE_INFINITY);
  }
  return { asked, found };
}

const mayDoMost = ({ name, clientId }: Stranger): boolean => name === 'OWNER' || clientId !== undefined;

/** Does something with each, with so many at a time. */
async function eachOf<Each>(all: readonly Each[], atOnce: number, act: (each: Each) => Promise<void>): Promise<void> {
  const left = all.values();
  const worker = async (): Promise<void> => {
    for (const each of left) await act(each);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, all.length) }, worker));
}

/** Types with an id that no list has, and why that is well. */
const parts: Record<string, string> = {
  Account: "It is in the book of the platform's staff, and no tenant has one.",
  CreditActor: 'It is who did something, by a name.',
  NoteVersion: 'It is a part of a note, which is asked for by its id.',
  Pairing: 'It is told to the screen that asked for it, by a secret.',
  SyncDifference: 'It is a part of a preview, which is asked for by the id of its run.',
  SyncFailure: 'It is a part of a run, which is asked for by its id.',
  Upload: 'It is told once, to whoever announces it.',
};

/** Of each noun of the graph Las Reinas has one, so that it can be asked for; these it has not. */
function unseen(): string[] {
  return typesWithId().filter((name) => !theirs.types.has(name) && !(name in parts));
}

// First of all: later they have written ids of others into what is theirs, such as who gets the e-mails of an alert, and read them there.
test('what names nothing tells nothing of another tenant', async () => {
  const found: string[] = [];
  for (const { kind, field } of rootFields.filter(({ kind }) => kind === 'query')) {
    const question: Question = { about: field.name, kind, query: operationOf(kind, field, {}, 3), variables: {} };
    const askers = strangers.filter(({ clientId }) => !clientId);
    await eachOf(askers, AT_ONCE, async (stranger) => {
      const told = foreignIn(await questions.ask(stranger, question), question);
      if (told.length > 0) found.push(`${stranger.name} · ${field.name}: ${told.join(', ')}`);
    });
  }
  expect(found).toEqual([]);
});

test('whoever names a thing of another tenant is answered as if there were none, and gets nothing of it', async () => {
  const pairs = rootFields.flatMap(({ kind, field }) =>
    pairsOf(field.name, field, (variables) => ({ kind, query: operationOf(kind, field, variables, 1) }), field.name),
  );
  const key = strangers.find(({ clientId }) => clientId);
  const queries = [
    ...new Set(pairs.filter(({ foreign: { kind } }) => kind !== 'subscription').map((pair) => pair.foreign.query)),
  ];
  if (key) await questions.register(key, queries, farolito);
  const { asked, found } = await tryAll(pairs, strangers);
  process.stdout.write(`${asked} questions by ${strangers.length} strangers over ${pairs.length} places\n`);
  expect(found.slice(0, 20), `${found.length}`).toEqual([]);
});

test('the same holds below the root, for every field that takes an id or a cursor', async () => {
  const pairs = nestedFields().flatMap(({ on, field, way }) =>
    pairsOf(
      `${on}.${field.name}`,
      field,
      (variables) => ({ kind: 'query', query: belowViewer(way, field, variables) }),
      on,
    ),
  );
  const readers = strangers.filter(({ clientId }) => !clientId);
  const { asked, found } = await tryAll(pairs, readers);
  process.stdout.write(
    `${asked} questions by ${readers.length} strangers over ${pairs.length} places below the root\n`,
  );
  expect(found.slice(0, 20), `${found.length}`).toEqual([]);
});

function belowViewer(
  way: readonly string[],
  field: GraphQLField<unknown, unknown>,
  variables: Record<string, unknown>,
): string {
  const operation = operationOf('query', field, variables, 1);
  const [, head = '', asked = ''] = /^query (\([^)]*\) )?\{ (.*) \}$/s.exec(operation) ?? [];
  const opened = way.map((name) => `${name} { `).join('');
  return `query ${head}{ ${opened}${asked}${' }'.repeat(way.length)} }`;
}
