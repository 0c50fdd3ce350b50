import type { FilterQuery } from '@mikro-orm/core';
import type { Row } from '@mycelium/database/row';
import type { ClassType } from 'type-graphql';
import { type Batch, batched } from './batched.ts';
import type { Context } from './context.ts';
import { oneOf } from './crud.ts';

/** Resolves a noun that another subgraph names by its id; all of one call in one statement. */
export function referenceResolver(
  noun: ClassType,
): (reference: { id: string }, context: Context) => Promise<Row | undefined> {
  return (reference, context) => batched(context, reference.id, rowsOf(noun as ClassType<Row>));
}

/** The rows with these ids that the viewer may see, in this order; all such calls of one moment in one statement. */
export async function loadAll<Noun extends Row>(
  context: Context,
  noun: ClassType<Noun>,
  ids: readonly string[],
): Promise<Noun[]> {
  const rows = await Promise.all(ids.map((id) => batched(context, id, rowsOf(noun as ClassType<Row>))));
  return rows.filter((row) => row !== undefined) as Noun[];
}

const batches = new Map<ClassType, Batch<string, Row | undefined>>();

function rowsOf(noun: ClassType<Row>): Batch<string, Row | undefined> {
  const existing = batches.get(noun);
  if (existing) return existing;
  const batch: Batch<string, Row | undefined> = async ({ em }, ids) => {
    const rows = await em.find(noun, { id: oneOf(ids) } as FilterQuery<Row>);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id));
  };
  batches.set(noun, batch);
  return batch;
}
