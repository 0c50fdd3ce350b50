import { cacheKeys } from '@mycelium/client-kit/generated/cache-keys';
import {
  type CacheExchangeOpts,
  cacheExchange,
  type KeyingConfig,
  type Resolver,
  type UpdateResolver,
} from '@urql/exchange-graphcache';
import { askAgain, askForBack, goneBy, isData, thingsIn } from './cache-lists.ts';
import type { CacheRules } from './cache-rules.ts';

/** The normalised cache of the console: what a change or a mutation says of one thing shows wherever that thing is shown. */
export function createCache(areas: readonly CacheRules[]) {
  return cacheExchange(cacheOptions(areas));
}

/** The rules of all areas as graphcache takes them. */
export function cacheOptions(areas: readonly CacheRules[]): Partial<CacheExchangeOpts> {
  // A name is that of a mutation or of a feed, and never of both.
  const updates = updatesOf(areas);
  const resolvers: NonNullable<CacheExchangeOpts['resolvers']> = { Query: thingsById(areas) };
  for (const area of areas) {
    for (const [type, fields] of Object.entries(area.resolvers ?? {}))
      resolvers[type] = { ...resolvers[type], ...fields };
  }
  return {
    keys: keysOf(areas),
    resolvers,
    optimistic: Object.assign({}, ...areas.map(({ optimistic }) => optimistic)),
    updates: { Mutation: updates, Subscription: updates },
  };
}

function thingsById(areas: readonly CacheRules[]): Record<string, Resolver> {
  const said = areas.flatMap(({ things = {} }) => Object.entries(things));
  return Object.fromEntries(said.map(([field, type]) => [field, thingById(type)]));
}

/** What was answered, such as that there is none; before that, what is known of it from elsewhere. */
function thingById(type: string): Resolver {
  return (_, args, cache, { fieldName }) => {
    const answered = cache.resolve('Query', fieldName, args);
    return answered === undefined ? { __typename: type, id: String(args.id) } : answered;
  };
}

function keysOf(areas: readonly CacheRules[]): KeyingConfig {
  const said = areas.flatMap(({ keys = {} }) => Object.entries(keys));
  return { ...cacheKeys, ...Object.fromEntries(said.map(([type, fields]) => [type, identifiedBy(fields)])) };
}

function identifiedBy(fields: string): KeyingConfig[string] {
  const names = fields.split(' ').filter(Boolean);
  return (data) => names.map((name) => data[name]).join(' ') || null;
}

/** What several areas say of one change is done one after the other. */
function updatesOf(areas: readonly CacheRules[]): Record<string, UpdateResolver> {
  const updates: Record<string, UpdateResolver> = {};
  const welcome = welcomeOf(areas);
  for (const area of areas) {
    for (const name of Object.keys(area.on ?? {})) {
      const earlier = updates[name] ?? welcome(name);
      const own = updateOf(area, name);
      updates[name] = (...given) => {
        earlier(...given);
        own(...given);
      };
    }
  }
  return updates;
}

/**
 * What a change brings is there: an answer by its id that there is none is asked for again, also one that is on its way, as
 * that of a thing which was removed and put back at once.
 */
function welcomeOf(areas: readonly CacheRules[]): (name: string) => UpdateResolver {
  const fields = areas.flatMap(({ things = {} }) => Object.entries(things));
  return (name) =>
    (parent, _, cache, { optimistic }) => {
      const answer = parent[name];
      if (optimistic || (isData(answer) && answer.kind === 'REMOVED')) return;
      for (const key of thingsIn(cache, answer)) {
        for (const [field, type] of fields) {
          if (key.startsWith(`${type}:`)) askForBack(cache, field, key.slice(type.length + 1));
        }
      }
    };
}

function updateOf({ lists = [], views = [], on = {}, things: byId = {} }: CacheRules, name: string): UpdateResolver {
  const rule = on[name] ?? [];
  return (parent, args, cache, { optimistic }) => {
    const answer = parent[name];
    const data = isData(answer) ? answer : {};
    const asked = (typeof rule === 'function' ? rule(data, args, cache) : rule) ?? [];
    // What shows as done before it is cannot be asked for yet, and would show as it was until then.
    if (optimistic) return;
    const things = thingsIn(cache, answer);
    // What is gone is still in the lists that had it.
    const unlessIn = 'kind' in data && data.kind === 'REMOVED' ? [] : things;
    for (const field of typeof asked === 'string' ? [asked] : asked) {
      for (const place of lists) if (isAt(place, field)) askAgain(cache, partsOf(place), things, unlessIn);
      for (const place of views) if (isAt(place, field)) askAgain(cache, partsOf(place), things, []);
    }
    for (const id of goneBy(name, answer)) {
      for (const type of Object.values(byId)) cache.invalidate({ __typename: type, id });
    }
  };
}

const isAt = (place: string, field: string): boolean => place.endsWith(`.${field}`);

function partsOf(place: string): [string, string] {
  const [type = '', field = ''] = place.split('.');
  return [type, field];
}
