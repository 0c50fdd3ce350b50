import { Entity, Property, Unique } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { PageOf } from '@mycelium/kit/page';
import { DateTime, Settings } from '@mycelium/schema/scalars';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'What the system was asked to log: a payout or a commission, each once.' })
@Unique({ properties: ['tenantId', 'eventType', 'entityId'] })
@Entity({ ...ownedByTenant })
export class SystemLogEntry extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @Field(() => DateTime)
  declare createdAt: Date;

  @Field(() => String, { description: 'referral.completed or commission.processed.' })
  @Property({ type: 'text' })
  eventType!: string;

  @Field(() => ID, { description: 'The referral or commission, by its id in the application that reported it.' })
  @Property({ type: 'text' })
  entityId!: string;

  @Field(() => ID, { description: 'The event that first reported it.' })
  @Property({ type: 'uuid' })
  eventId!: string;

  @Field(() => Settings, { description: 'What the event carried.' })
  @Property({ type: 'json' })
  details!: Record<string, unknown>;
}

@ObjectType({ description: 'A page of the system log.' })
export class SystemLogPage extends PageOf(SystemLogEntry) {}
