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
    PAUSED: { description: 'Kept as it is, but nothing is synced.' },
    OFF: { description: 'The tenant does not have it any more; it can be switched on again.' },
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

  @Field(() => DateTime, { description: 'When it took its present status.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', defaultRaw: 'now()' })
  since: Date = new Date();

  @Field(() => Settings, { description: 'What it needs to know, by the rules of the product.' })
  @Property({ type: 'json' })
  config!: Record<string, unknown>;

  /** What it asks of us to be let in; sealed. */
  @Sealed()
  @Property({ type: 'text', nullable: true })
  token?: string;

  @Field(() => Int, { description: 'Rises with every change; hand it back when you write.' })
  declare version: number;
}

@ObjectType({ implements: Change, description: 'A product was switched on, paused, off or configured anew.' })
export class ServiceChange extends Change {
  @Field(() => ID)
  serviceId!: string;

  @Field(() => ProductService, { nullable: true, description: 'As it is now.' })
  service?: ProductService;
}

const token = { nullable: true, description: 'What the product asks of us to be let in. It is never shown again.' };

@InputType({ description: 'A product to switch on.' })
export class EnableServiceInput {
  @Field(() => Product)
  product!: Product;

  @Field(() => Settings, {
    nullable: true,
    description:
      'By the rules of the product: SMP, MARKETING_APP, WEB_HOSTING and MINI_BODEGA need baseUrl and account.',
  })
  config?: Record<string, unknown>;

  @Field(() => String, token)
  token?: string;
}

@InputType({ description: 'What to change; what is left out stays.' })
export class UpdateServiceInput {
  @Field(() => Int, { description: 'The version you have seen; another one is a CONFLICT.' })
  version!: number;

  @Field(() => ServiceStatus, { nullable: true })
  status?: ServiceStatus;

  @Field(() => Settings, { nullable: true, description: 'All of it, replacing what was there.' })
  config?: Record<string, unknown>;

  @Field(() => String, token)
  token?: string;
}

export const tokenSchema = z.string().min(8, 'A token has at least 8 characters').max(500).nullish();
