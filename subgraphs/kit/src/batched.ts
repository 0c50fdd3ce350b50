import DataLoader from 'dataloader';
import type { Context } from './context.ts';

/** Answers a value for each key, in their order; an Error where there is none for one of them. */
export type Batch<Key, Value> = (ctx: Context, keys: readonly Key[]) => Promise<readonly (Value | Error)[]>;

type Loaders = Map<unknown, DataLoader<unknown, unknown>>;

const loaders = new WeakMap<Context, Loaders>();

/**
 * What belongs to a key. All that a call asks of the same batch function in one moment is read together, and each key
 * once; what has an id is known by it. The function must be the same each time, so it is none made on the spot.
 */
export function batched<Key, Value>(ctx: Context, key: Key, batch: Batch<Key, Value>): Promise<Value> {
  const ofCall: Loaders = loaders.get(ctx) ?? new Map();
  loaders.set(ctx, ofCall);
  const loader = (ofCall.get(batch) as DataLoader<Key, Value> | undefined) ?? open(ctx, batch);
  ofCall.set(batch, loader as DataLoader<unknown, unknown>);
  return loader.load(key);
}

function open<Key, Value>(ctx: Context, batch: Batch<Key, Value>): DataLoader<Key, Value> {
  return new DataLoader<Key, Value, unknown>((keys) => batch(ctx, keys), { cacheKeyFn: idOf }) as DataLoader<
    Key,
    Value
  >;
}

const idOf = (key: unknown): unknown => (typeof key === 'object' && key !== null && 'id' in key ? key.id : key);
