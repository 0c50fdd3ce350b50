import { Entity, Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { Change } from '@mycelium/kit/change';
import { PageOf } from '@mycelium/kit/page';
import { DateTime } from '@mycelium/schema/scalars';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A period in which some things may not work, as announced by maintenance.scheduled.' })
@Unique({ properties: ['tenantId', 'eventId'] })
@Index({ properties: ['tenantId', 'endsAt'] })
@Entity({ ...ownedByTenant })
export class MaintenanceWindow extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @Property({ type: 'uuid' })
  eventId!: string;

  @Field(() => String)
  @Property({ type: 'text' })
  title!: string;

  @Field(() => DateTime)
  @Property({ type: 'datetime', columnType: 'timestamptz(3)' })
  startsAt!: Date;

  @Field(() => DateTime)
  @Property({ type: 'datetime', columnType: 'timestamptz(3)' })
  endsAt!: Date;
}

@ObjectType({ description: 'A page of maintenance windows.' })
export class MaintenanceWindowPage extends PageOf(MaintenanceWindow) {}

@ObjectType({ implements: Change, description: 'Maintenance was announced.' })
export class MaintenanceChange extends Change {
  @Field(() => MaintenanceWindow, { nullable: true })
  window?: MaintenanceWindow;
}
