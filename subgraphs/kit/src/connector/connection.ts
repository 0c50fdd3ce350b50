import { DateTime } from '@mycelium/schema/scalars';
import type { Redis } from 'ioredis';
import { Directive, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { readConnection } from './gate.ts';

export enum VendorBreaker {
  CLOSED = 'CLOSED',
  OPEN = 'OPEN',
  PROBING = 'PROBING',
}
registerEnumType(VendorBreaker, {
  name: 'VendorBreaker',
  description: 'Whether a connection to another company is used.',
  valuesConfig: {
    CLOSED: { description: 'It is.' },
    OPEN: { description: 'It failed too often, and is left alone for a while.' },
    PROBING: { description: 'That while is over, and one call tries whether it works again.' },
  },
});

@Directive('@shareable')
@ObjectType({ description: 'How a connection to another company is, for all processes of ours.' })
export class VendorConnection {
  @Field(() => VendorBreaker)
  breaker!: VendorBreaker;

  @Field(() => Int, { description: 'How many calls have failed one after the other.' })
  failures!: number;

  @Field(() => DateTime, { nullable: true, description: 'Since when it is left alone.' })
  since?: Date;

  @Field(() => DateTime, { nullable: true, description: 'Until when at least.' })
  until?: Date;

  @Field(() => DateTime, { nullable: true, description: 'The other company has asked for a pause until then.' })
  pausedUntil?: Date;
}

/** How a connection is; undefined while Redis cannot say. */
export async function connectionOf(redis: Redis, connection: string): Promise<VendorConnection | undefined> {
  const state = await readConnection(redis, connection).catch(() => undefined);
  return state && { ...state, breaker: VendorBreaker[state.breaker] };
}
