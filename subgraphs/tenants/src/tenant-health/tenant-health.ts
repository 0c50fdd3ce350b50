import { Change } from '@mycelium/kit/change';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { ProductService } from '../service/service.ts';
import { TenantSync } from '../sync/sync.ts';

@Directive('@key(fields: "tenantId")')
@ObjectType({
  description:
    'How everything that a tenant relies on is doing. Each subgraph answers for its own parts: one that is away leaves null and an error, and the others stay. What the viewer may not see of services and syncs is null without an error, so that one dashboard serves every role.',
})
export class TenantHealth {
  @Field(() => ID)
  tenantId!: string;
}

@ObjectType({ description: 'How one product of a tenant is doing.' })
export class ProductHealth {
  @Field(() => ProductService)
  service!: ProductService;

  @Field(() => TenantSync, {
    nullable: true,
    description: 'Its sync with the menu; null when it has none, or for those who may not see it.',
  })
  sync?: TenantSync;
}

@ObjectType({ implements: Change, description: 'A part of the health has changed.' })
export class TenantHealthChange extends Change {
  @Field(() => TenantHealth, { description: 'As it is now.' })
  health!: TenantHealth;
}
