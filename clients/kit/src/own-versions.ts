type Data = Readonly<Record<string, unknown>>;

/** The ids of the things that a write names, whether it writes them or only refers to them; a tenant is everything, and no thing. */
export function thingsIn(value: unknown, name = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => thingsIn(each, name));
  if (typeof value === 'string') return isIdName(name) ? [value] : [];
  if (!isData(value)) return [];
  return [...new Set(Object.entries(value).flatMap(([key, each]) => thingsIn(each, key)))];
}

/** The same with each version that stands beside the id of its thing, or below it, as `next` says. */
export function withVersions<Value>(value: Value, next: (id: string, version: number) => number): Value {
  return rewritten(value, undefined, next) as Value;
}

/** The version in which an answer has each thing. */
export function versionsIn(value: unknown): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  eachVersion(value, ({ id, version }) => found.set(id, version));
  return found;
}

interface Versioned {
  __typename?: unknown;
  id: string;
  version: number;
}

/** Visits whatever in an answer has an id and a version. */
export function eachVersion(value: unknown, visit: (thing: Versioned) => void): void {
  if (Array.isArray(value)) for (const each of value) eachVersion(each, visit);
  if (!isData(value)) return;
  const { __typename, id, version } = value;
  if (typeof id === 'string' && typeof version === 'number') visit({ __typename, id, version });
  for (const each of Object.values(value)) eachVersion(each, visit);
}

/** Visits each list of things in an answer, such as the items of a section: whose it is and which, and the ids in their order. */
export function eachList(value: unknown, visit: (list: string, ids: string) => void): void {
  if (Array.isArray(value)) for (const each of value) eachList(each, visit);
  if (!isData(value)) return;
  for (const [field, each] of Object.entries(value)) {
    if (typeof value.id === 'string' && Array.isArray(each) && each.every(hasId))
      visit(`${value.__typename} ${value.id} ${field}`, each.map(({ id }) => id).join());
    eachList(each, visit);
  }
}

const hasId = (value: unknown): value is { id: string } => isData(value) && typeof value.id === 'string';

function rewritten(value: unknown, owner: string | undefined, next: (id: string, version: number) => number): unknown {
  if (Array.isArray(value)) return value.map((each) => rewritten(each, owner, next));
  if (!isData(value)) return value;
  const id = typeof value.id === 'string' ? value.id : (owner ?? firstId(value));
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => {
      if (key === 'version' && typeof each === 'number' && id !== undefined) return [key, next(id, each)];
      return [key, rewritten(each, id, next)];
    }),
  );
}

/** Of `{ itemId, version, price }`, the item's. */
function firstId(value: Data): string | undefined {
  return Object.entries(value).flatMap(([key, each]) => (typeof each === 'string' && isIdName(key) ? [each] : []))[0];
}

const isIdName = (name: string): boolean => /^ids?$|Ids?$/.test(name) && name !== 'tenantId';

/** A plain object: a file, for one, is none. */
function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
