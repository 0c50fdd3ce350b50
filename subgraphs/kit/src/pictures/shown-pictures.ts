import { Arg, Ctx, Directive, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import { Allow } from '../allow.ts';
import { asSystem } from '../as-system.ts';
import type { Context } from '../context.ts';
import { parseInput } from '../input.ts';
import { part } from '../part.ts';
import { shownQueries } from './picture-column.ts';

/** So many are asked for at once. */
export const MOST_NAMES = 500;

const namesSchema = z.array(z.string()).max(MOST_NAMES, `At most ${MOST_NAMES} pictures can be requested at once`);

/** Which of these pictures some row of the subgraph refers to, of whichever tenant. */
export async function readShown(ctx: Context, names: readonly string[]): Promise<string[]> {
  const schema = String(ctx.em.config.get('schema'));
  const queries = [...ctx.em.getMetadata().getAll().values()].flatMap((meta) => shownQueries(meta, schema));
  if (queries.length === 0) return [];
  const list = JSON.stringify(names);
  const rows = await asSystem(ctx).execute<{ name: string }[]>(
    queries.join(' union '),
    queries.map(() => list),
  );
  return rows.map(({ name }) => name);
}

@Resolver()
class ShownPicturesResolver {
  @Allow('gateway')
  @Directive('@shareable')
  @Directive('@inaccessible')
  @Query(() => [String], {
    description:
      'Which of these pictures a row refers to, by their names; asked of every subgraph before one is removed.',
  })
  shownPictures(@Arg('names', () => [String]) names: string[], @Ctx() ctx: Context): Promise<string[]> {
    return readShown(ctx, parseInput(namesSchema, names, ['names']));
  }
}

/** Every subgraph answers for its own rows, so that there is no list of references which could be wrong. */
export const shownPicturesPart = part(ShownPicturesResolver);
