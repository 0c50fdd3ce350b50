import { Check, Entity, Property, Unique } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { PageOf } from '@mycelium/kit/page';
import { DateTime } from '@mycelium/schema/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'What an application of the suite may spend, as a whole or for one of its entities.' })
@Unique({ properties: ['tenantId', 'application', 'entity'] })
@Check({ expression: 'balance >= 0' })
@Entity({ ...ownedByTenant })
export class CreditAccount extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @Field(() => String)
  @Property({ type: 'text' })
  application!: string;

  /** Empty for the application's own, so that the database can tell that there is one only. */
  @Property({ type: 'text', default: '' })
  entity = '';

  @Field(() => Int, { description: 'In whole credits; never below 0.' })
  @Property({ type: 'integer', default: 0 })
  balance = 0;

  @Field(() => DateTime, { description: 'When the balance last changed.' })
  declare updatedAt: Date;

  @Field(() => ID, {
    nullable: true,
    description: "The entity of the application that it belongs to; null for the application's own account.",
  })
  get entityId(): string | undefined {
    return this.entity || undefined;
  }
}

@ObjectType({ description: 'A page of credit accounts.' })
export class CreditAccountPage extends PageOf(CreditAccount) {}
