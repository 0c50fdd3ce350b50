import { Entity, Enum, Property, Unique } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { Change } from '@mycelium/kit/change';
import { Sealed } from '@mycelium/kit/sealed';
import { DateTime, Settings } from '@mycelium/schema/scalars';
import { Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { z } from 'zod';
import { Product } from './product.ts';

export enum ServiceStatus {
  ACTIVE = 'ACTIVE',
  PAUSED = 'PAUSED',
  OFF = 'OFF',
}
registerEnumType(ServiceStatus, {
  name: 'ServiceStatus',
  valuesConfig: {
    PAUSED: { description: 'It is kept as it is, but nothing is synced.' },
    OFF: { description: 'The tenant no longer has it; it can be switched on again.' },
  },
});

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A product that a tenant has.' })
@Unique({ properties: ['tenantId', 'product'] })
@Entity({ ...ownedByTenant })
export class ProductService extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @Field(() => Product)
  @Enum({ items: () => Product, type: 'string' })
  product!: Product;

  @Field(() => ServiceStatus)
  @Enum({ items: () => ServiceStatus, type: 'string', default: ServiceStatus.ACTIVE })
  status: ServiceStatus = ServiceStatus.ACTIVE;

  @Field(() => DateTime, { description: 'When it got its current status.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', defaultRaw: 'now()' })
  since: Date = new Date();

  @Field(() => Settings, { description: 'Its settings, as the product requires.' })
  @Property({ type: 'json' })
  config!: Record<string, unknown>;

  /** What it asks of us to be let in; sealed. */
  @Sealed()
  @Property({ type: 'text', nullable: true })
  token?: string;

  @Field(() => Int, { description: 'Rises with every change; pass it back when you write.' })
  declare version: number;
}

@ObjectType({ implements: Change, description: 'A product was switched on or off, paused or reconfigured.' })
export class ServiceChange extends Change {
  @Field(() => ID)
  serviceId!: string;

  @Field(() => ProductService, { nullable: true, description: 'Its current state.' })
  service?: ProductService;
}

const token = { nullable: true, description: 'The token that the product requires from us. It is never shown again.' };

@InputType({ description: 'A product to switch on.' })
export class EnableServiceInput {
  @Field(() => Product)
  product!: Product;

  @Field(() => Settings, {
    nullable: true,
    description: 'As the product requires: SMP, MARKETING_APP, WEB_HOSTING and MINI_BODEGA need baseUrl and account.',
  })
  config?: Record<string, unknown>;

  @Field(() => String, token)
  token?: string;
}

@InputType({ description: 'What to change; what you leave out stays the same.' })
export class UpdateServiceInput {
  @Field(() => Int, { description: 'The version you have seen; a different one is a CONFLICT.' })
  version!: number;

  @Field(() => ServiceStatus, { nullable: true })
  status?: ServiceStatus;

  @Field(() => Settings, { nullable: true, description: 'All of it, replacing the previous configuration.' })
  config?: Record<string, unknown>;

  @Field(() => String, token)
  token?: string;
}

export const tokenSchema = z.string().min(8, 'A token has at least 8 characters').max(500).nullish();
