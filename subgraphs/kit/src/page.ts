// MikroORM's decorators bring the metadata that TypeGraphQL's ask for, whatever is imported first.
import '@mikro-orm/decorators/legacy';
import { Cursor, type EntityClass, type FilterQuery, helper, type OrderDefinition, Utils } from '@mikro-orm/core';
import type { Row } from '@mycelium/database/row';
import { ArgsType, type ClassType, Directive, Field, Int, ObjectType } from 'type-graphql';
import { z } from 'zod';
import type { Context } from './context.ts';
import { parseInput } from './input.ts';
import { cursorsOf, type ListCursors } from './list-cursor.ts';

@Directive('@shareable')
@ObjectType({ description: 'Where a page is in its list.' })
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage!: boolean;

  @Field(() => Boolean)
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true })
  startCursor?: string;

  @Field(() => String, { nullable: true, description: 'Pass this back as `after` to get the next page.' })
  endCursor?: string;
}

export interface Page<Noun> {
  edges: { cursor: string; node: Noun }[];
  pageInfo: PageInfo;
  totalCount: number | Promise<number>;
}

const MAX_PAGE = 200;

/** Which page of a list: `@Args(() => PageArgs) { first, after }: PageArgs`. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 50, description: `At most ${MAX_PAGE}.` })
  first!: number;

  @Field(() => String, { nullable: true })
  after?: string;
}

/** How many a page may have. */
export const pageArguments = z.object({
  first: z.number().int().min(1, 'A page has at least 1 entry').max(MAX_PAGE, `A page has at most ${MAX_PAGE} entries`),
});

/** The page type of a noun (a Relay connection): `class MenuItemPage extends PageOf(MenuItem) {}`. */
export function PageOf<Noun extends object>(noun: ClassType<Noun>): ClassType<Page<Noun>> {
  @ObjectType(`${noun.name}Edge`)
  class Edge {
    @Field(() => String)
    cursor!: string;

    @Field(() => noun)
    node!: Noun;
  }

  @ObjectType()
  class AbstractPage {
    @Field(() => [Edge])
    edges!: Edge[];

    @Field(() => PageInfo)
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'How many there are over all pages.' })
    totalCount!: number | Promise<number>;
  }
  return AbstractPage;
}

/** One page of a noun's rows, in this order; throws Invalid for a page that is too large or a cursor that is not of this list. */
export async function page<Noun extends Row>(
  ctx: Context,
  noun: EntityClass<Noun>,
  where: FilterQuery<Noun>,
  { first, after }: PageArgs,
  orderBy: OrderDefinition<Noun> = { id: 'asc' } as OrderDefinition<Noun>,
): Promise<Page<Noun>> {
  parseInput(pageArguments, { first }, []);
  const cursors = cursorsOfList(ctx, noun, where, orderBy);
  const position = after == null ? undefined : cursors.read(after);
  const found = await ctx.em.findByCursor(noun, { where, first, after: position, orderBy, includeCount: false });
  const items = found.items as readonly (Noun & (typeof found.items)[number])[];
  return pageOf(items, cursors, {
    positionOf: (node) => found.from(node),
    hasNextPage: found.hasNextPage,
    hasPreviousPage: found.hasPrevPage,
    count: () => ctx.em.count(noun, where),
  });
}

/**
 * The first page of a list whose rows were read with those of other lists: `nodes` in its order, one more than the page has
 * where there are more. What comes after it is a `page` with the same condition and order.
 */
export function firstPage<Noun extends Row>(
  ctx: Context,
  noun: EntityClass<Noun>,
  where: FilterQuery<Noun>,
  orderBy: OrderDefinition<Noun>,
  { first, nodes, count }: { first: number; nodes: readonly Noun[]; count: () => Promise<number> },
): Page<Noun> {
  const meta = ctx.em.getMetadata(noun);
  return pageOf(nodes.slice(0, first), cursorsOfList(ctx, noun, where, orderBy), {
    // Its type says that a row is no object of its own fields.
    positionOf: (node) => Cursor.for(meta, node as never, orderBy),
    ...{ hasNextPage: nodes.length > first, hasPreviousPage: false, count },
  });
}

interface Listed<Noun> {
  positionOf: (node: Noun) => string;
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  count: () => number | Promise<number>;
}

/** A page of these. Cursors are made and the rest is counted only when somebody asks: either can cost more than the page. */
export function pageOf<Noun>(
  nodes: readonly Noun[],
  cursors: ListCursors,
  { positionOf, hasNextPage, hasPreviousPage, count }: Listed<Noun>,
): Page<Noun> {
  const cursorOf = (node: Noun): string => cursors.of(positionOf(node));
  const cursorAt = (at: number): string | undefined => nodes.slice(at).slice(0, 1).map(cursorOf)[0];
  return {
    edges: nodes.map((node) => ({
      node,
      get cursor() {
        return cursorOf(node);
      },
    })),
    pageInfo: {
      hasNextPage,
      hasPreviousPage,
      get startCursor() {
        return cursorAt(0);
      },
      get endCursor() {
        return cursorAt(-1);
      },
    },
    get totalCount() {
      return count();
    },
  };
}

/** A moment in a condition is often now, and is no part of what list it is. */
function cursorsOfList<Noun extends Row>(
  ctx: Context,
  noun: EntityClass<Noun>,
  where: FilterQuery<Noun>,
  orderBy: OrderDefinition<Noun>,
): ListCursors {
  const conditions = JSON.stringify(where, function (this: Record<string, unknown>, key, value: unknown) {
    const given = this[key];
    if (given instanceof Date) return undefined;
    return Utils.isEntity(given) ? helper(given).getPrimaryKey() : value;
  });
  return cursorsOf(ctx, [noun.name, orderBy, conditions]);
}
