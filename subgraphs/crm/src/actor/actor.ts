import { Embeddable, Property } from '@mikro-orm/decorators/legacy';
import type { Context } from '@mycelium/kit/context';
import { Field, ObjectType } from 'type-graphql';

@ObjectType('CrmActor', { description: 'Who did it.' })
@Embeddable()
export class Actor {
  @Field(() => String, { description: 'user, client, or gateway for the platform itself.' })
  @Property({ type: 'text' })
  kind!: string;

  @Field(() => String)
  @Property({ type: 'text' })
  id!: string;
}

/** Whoever makes this call. */
export function actorOf({ viewer: { kind, id } }: Context): Actor {
  return Object.assign(new Actor(), { kind, id });
}
