import { isObjectType } from 'graphql';
import { Field, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { expect, test } from 'vitest';
import { Allow } from './allow.ts';
import { part } from './part.ts';
import { buildGraph } from './sdl.ts';
import { person, testSubgraph } from './testing.ts';

@ObjectType()
class Dish {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true })
  name?: string;
}

@Resolver()
class DishResolver {
  @Query(() => Dish)
  dish(): Dish {
    return { id: 'soup', name: 'Sopa' };
  }

  @Allow('menu:write')
  @Mutation(() => Dish)
  createDish(): Dish {
    return { id: 'soup' };
  }
}

const dishes = part(Dish, DishResolver);

test('what a row has by itself is answered at once, without a promise of it', async () => {
  const { schema } = await buildGraph([dishes], []);
  const type = schema.getType('Dish');
  const { name } = (isObjectType(type) && type.getFields()) || {};
  expect(name?.resolve?.({ name: 'Sopa' }, {}, {}, {} as never)).toBe('Sopa');
});

test('a mutation has its transaction once it is known that one may, however often its graph is made', async () => {
  const testing = await testSubgraph({ name: 'restaurant', parts: [dishes], references: [], reactions: [] });
  const create = (role: 'OWNER' | 'AUDITOR') => testing.as(person(role)).ask('mutation { createDish { id } }');
  try {
    const statements = { allowed: await testing.countSql(() => create('OWNER')), refused: 0 };
    statements.refused = await testing.countSql(() => create('AUDITOR'));
    // It begins, says for whom, writes the audit that it was called, and is kept.
    expect(statements).toEqual({ allowed: 4, refused: 0 });
  } finally {
    await testing.close();
  }
});
