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
    CLOSED: { description: 'It is used.' },
    OPEN: { description: 'It failed too often and is paused for a while.' },
    PROBING: { description: 'The pause is over, and one call tests whether it works again.' },
  },
});

@Directive('@shareable')
@ObjectType({ description: 'The state of a connection to another company, over all our processes.' })
export class VendorConnection {
  @Field(() => VendorBreaker)
  breaker!: VendorBreaker;

  @Field(() => Int, { description: 'How many calls have failed in a row.' })
  failures!: number;

  @Field(() => DateTime, { nullable: true, description: 'Since when it has been paused.' })
  since?: Date;

  @Field(() => DateTime, { nullable: true, description: 'Until when, at the earliest.' })
  until?: Date;

  @Field(() => DateTime, { nullable: true, description: 'The other company has asked us to wait until then.' })
  pausedUntil?: Date;
}

/** How a connection is; undefined while Redis cannot say. */
export async function connectionOf(redis: Redis, connection: string): Promise<VendorConnection | undefined> {
  const state = await readConnection(redis, connection).catch(() => undefined);
  return state && { ...state, breaker: VendorBreaker[state.breaker] };
}
