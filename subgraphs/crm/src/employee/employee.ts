import { Entity, Property, Unique } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType('Employee', { description: 'What HR said of somebody who works for the tenant.' })
@Unique({ properties: ['tenantId', 'employeeId'] })
@Entity({ ...ownedByTenant, tableName: 'employee' })
export class EmployeeRow extends TenantRow {
  @Field(() => ID, { description: "HR's own." })
  @Property({ type: 'text' })
  employeeId!: string;

  @Field(() => String, { nullable: true })
  @Property({ type: 'text', nullable: true })
  name?: string;

  @Field(() => String, { nullable: true, description: 'What they do.' })
  @Property({ type: 'text', nullable: true })
  position?: string;

  @Field(() => String, { nullable: true, description: 'Their benefits.' })
  @Property({ type: 'text', nullable: true })
  plan?: string;

  /** When the newest of what HR said of them was said, and of their benefits: what comes late changes nothing. */
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  toldAt?: Date;

  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  benefitsAt?: Date;
}
