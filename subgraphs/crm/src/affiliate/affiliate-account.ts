import { Entity, Property, Unique } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { DateTime } from '@mycelium/schema/scalars';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType('AffiliateAccount', { description: 'The account that affiliate keeps for a partner.' })
@Unique({ properties: ['tenantId', 'partnerId'] })
@Entity({ ...ownedByTenant, tableName: 'affiliate_account' })
export class AffiliateAccountRow extends TenantRow {
  @Field(() => ID)
  declare id: string;

  /** As the event called them, which may be a program's. */
  @Property({ type: 'text' })
  partnerId!: string;

  @Field(() => String, { description: 'As the partner was called when it was opened.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => DateTime, { description: 'When it was opened.' })
  declare createdAt: Date;
}
