import type { FilterQuery } from '@mikro-orm/core';
import type { Row } from '@mycelium/database/row';
import DataLoader from 'dataloader';
import type { ClassType } from 'type-graphql';
import type { Context } from './context.ts';
import { oneOf } from './crud.ts';

const loaders = new WeakMap<Context, Map<ClassType, DataLoader<string, Row | undefined>>>();

/** Resolves a noun that another subgraph names by its id; all of one call in one statement. */
export function referenceResolver(
  noun: ClassType,
): (reference: { id: string }, context: Context) => Promise<Row | undefined> {
  return (reference, context) => loaderOf(noun as ClassType<Row>, context).load(reference.id);
}

/** The rows with these ids that the viewer may see, in this order; all such calls of one moment in one statement. */
export async function loadAll<Noun extends Row>(
  context: Context,
  noun: ClassType<Noun>,
  ids: readonly string[],
): Promise<Noun[]> {
  const rows = await Promise.all(ids.map((id) => loaderOf(noun as ClassType<Row>, context).load(id)));
  return rows.filter((row) => row !== undefined) as Noun[];
}

function loaderOf(noun: ClassType<Row>, context: Context): DataLoader<string, Row | undefined> {
  const ofContext = loaders.get(context) ?? new Map<ClassType, DataLoader<string, Row | undefined>>();
  loaders.set(context, ofContext);
  const existing = ofContext.get(noun);
  if (existing) return existing;
  const loader = new DataLoader<string, Row | undefined>(async (ids) => {
    const rows = await context.em.find(noun, { id: oneOf(ids) } as FilterQuery<Row>);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id));
  });
  ofContext.set(noun, loader);
  return loader;
}
