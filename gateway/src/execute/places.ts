import { type Data, isData } from './run.ts';

type Path = readonly (string | number)[];

/** The objects at a path of the plan, in which `@` is every item of a list; what is null on the way has none. */
export function objectsAt(root: Data, path: Path): Data[] {
  const found: Data[] = [];
  collect(root, path, 0, found);
  return found;
}

function collect(value: unknown, path: Path, depth: number, found: Data[]): void {
  if (value === null || value === undefined) return;
  if (Array.isArray(value)) {
    // An `@` stands for a list, however many lists it holds in turn.
    const next = path[depth] === '@' ? depth + 1 : depth;
    for (const item of value) collect(item, path, next, found);
    return;
  }
  if (!isData(value)) return;
  const segment = path[depth];
  if (segment === undefined) found.push(value);
  else if (segment === '@') collect(value, path, depth + 1, found);
  else collect(value[segment], path, depth + 1, found);
}

/** The objects at a path, each followed by the objects around it, from the inside out. */
export function objectsWithin(root: Data, path: Path): Data[][] {
  const found: Data[][] = [];
  const walk = (value: unknown, depth: number, around: Data[]): void => {
    if (value === null || value === undefined) return;
    if (Array.isArray(value)) {
      for (const item of value) walk(item, path[depth] === '@' ? depth + 1 : depth, around);
      return;
    }
    if (!isData(value)) return;
    const segment = path[depth];
    if (segment === undefined) found.push([value, ...around]);
    else if (segment === '@') walk(value, depth + 1, around);
    else walk(value[segment], depth + 1, [value, ...around]);
  };
  walk(root, 0, []);
  return found;
}

/** Where in the response each of those objects stands; equal entities may stand in several places. */
export function pathsOf(root: Data, path: Path): ReadonlyMap<Data, (string | number)[][]> {
  const places = new Map<Data, (string | number)[][]>();
  const walk = (value: unknown, depth: number, at: (string | number)[]): void => {
    if (value === null || value === undefined) return;
    if (Array.isArray(value)) {
      const next = path[depth] === '@' ? depth + 1 : depth;
      value.forEach((item, index) => {
        walk(item, next, [...at, index]);
      });
      return;
    }
    if (!isData(value)) return;
    const segment = path[depth];
    if (segment === undefined) {
      const known = places.get(value);
      if (known) known.push(at);
      else places.set(value, [at]);
    } else if (segment === '@') walk(value, depth + 1, at);
    else walk(value[segment], depth + 1, [...at, segment]);
  };
  walk(root, 0, []);
  return places;
}

/** The part of a plan's path that is the same for every place: up to the first list. */
export function commonPath(path: Path): (string | number)[] {
  const list = path.indexOf('@');
  return list < 0 ? [...path] : path.slice(0, list);
}
