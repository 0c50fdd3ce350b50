import type { Cache, CacheExchangeOpts, Variables } from '@urql/exchange-graphcache';

/** A field of a type, such as `Tenant.notes`. */
type Place = `${string}.${string}`;
type FieldOf<At extends Place> = At extends `${string}.${infer Field}` ? Field : never;

/** What a mutation or a feed answers, empty where that is only a value. */
type Answer = Readonly<Record<string, unknown>>;

/** Says which fields are asked for again, or changes the cache by itself and says none. */
type Decide<Field extends string> = (answer: Answer, args: Variables, cache: Cache) => Ask<Field> | undefined;
type Ask<Field extends string> = Field | readonly Field[];

/** What the cache is told of an area's nouns. What a change says of one thing shows wherever that thing is; this is the rest. */
export interface CacheRules {
  /** Lists of all that there is: only what is new there, or gone, makes them be asked for again. */
  lists?: readonly Place[];
  /** What says how things are, such as counts and lists of what is open: whatever happens makes it be asked for again. */
  views?: readonly Place[];
  /** By the name of a mutation or a feed: the fields above that it concerns. */
  on?: Readonly<Record<string, Ask<string> | Decide<string>>>;
  /** What identifies a type that has neither an id nor a key in the graph: names of fields with spaces between them, none where it is a part of what has it. */
  keys?: Readonly<Record<string, string>>;
  /** Root fields that answer one thing by its id, with its type: what any list has of it shows without being asked for. */
  things?: Readonly<Record<string, string>>;
  resolvers?: NonNullable<CacheExchangeOpts['resolvers']>;
  /** What shows as done while it is on its way. */
  optimistic?: NonNullable<CacheExchangeOpts['optimistic']>;
}

/** The rules of an area; `on` may only name what its `lists` and `views` have. */
export function cacheRules<const List extends Place = never, const View extends Place = never>(
  rules: Omit<CacheRules, 'lists' | 'views' | 'on'> & {
    lists?: readonly List[];
    views?: readonly View[];
    on?: Readonly<Record<string, Ask<FieldOf<List | View>> | Decide<FieldOf<List | View>>>>;
  },
): CacheRules {
  return rules;
}
