import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Row } from '@mycelium/database/row';
import { isTenant } from '@mycelium/database/tenant';
import { PageOf } from '@mycelium/kit/page';
import { DateTime } from '@mycelium/schema/scalars';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

export enum TenantStatus {
  ACTIVE = 'ACTIVE',
  SUSPENDED = 'SUSPENDED',
}
registerEnumType(TenantStatus, {
  name: 'TenantStatus',
  valuesConfig: { SUSPENDED: { description: 'Nobody of this tenant can log in.' } },
});

export enum TenantEnvironment {
  LIVE = 'LIVE',
  TEST = 'TEST',
}
registerEnumType(TenantEnvironment, {
  name: 'TenantEnvironment',
  description: 'What its API keys start with: gg_live_ or gg_test_. Keys of the other kind are refused.',
});

@Directive('@key(fields: "id")')
@ObjectType({ description: 'An account: a restaurant or venue group, with everything it owns.' })
@Entity({ ...isTenant })
export class Tenant extends Row {
  @Field(() => ID)
  declare id: string;

  @Field(() => String, { description: 'Its short name in addresses, for example las-reinas.' })
  @Property({ type: 'text', unique: true })
  slug!: string;

  @Field(() => String)
  @Property({ type: 'text' })
  name!: string;

  @Field(() => TenantStatus)
  @Enum({ items: () => TenantStatus, type: 'string', default: TenantStatus.ACTIVE })
  status: TenantStatus = TenantStatus.ACTIVE;

  @Field(() => TenantEnvironment)
  @Enum({ items: () => TenantEnvironment, type: 'string', default: TenantEnvironment.LIVE })
  environment: TenantEnvironment = TenantEnvironment.LIVE;

  @Field(() => [String], { description: 'The languages in which it addresses guests (BCP 47), the main one first.' })
  @Property({ type: 'array', columnType: 'text[]' })
  languages!: string[];

  @Field(() => String, { description: 'ISO 4217, for example USD.' })
  @Property({ type: 'text' })
  currency!: string;

  @Field(() => String, { description: 'IANA time zone, for example America/Chicago.' })
  @Property({ type: 'text' })
  timeZone!: string;

  @Field(() => DateTime)
  declare createdAt: Date;

  @Field(() => Int, { description: 'Rises with every change.' })
  declare version: number;
}

@ObjectType({ description: 'A page of tenants.' })
export class TenantPage extends PageOf(Tenant) {}
