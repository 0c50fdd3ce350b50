import { Change } from '@mycelium/kit/change';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { ProductService } from '../service/service.ts';
import { TenantSync } from '../sync/sync.ts';

@Directive('@key(fields: "tenantId")')
@ObjectType({
  description:
    'The state of everything a tenant relies on. Each subgraph answers for its own parts: if one is not available it returns null and an error, and the others still answer. What the viewer may not see of services and syncs is null without an error, so that one dashboard serves every role.',
})
export class TenantHealth {
  @Field(() => ID)
  tenantId!: string;
}

@ObjectType({ description: 'The state of one product of a tenant.' })
export class ProductHealth {
  @Field(() => ProductService)
  service!: ProductService;

  @Field(() => TenantSync, {
    nullable: true,
    description: 'Its sync with the menu; null if it has none, or if you may not see it.',
  })
  sync?: TenantSync;
}

@ObjectType({ implements: Change, description: 'A part of the health has changed.' })
export class TenantHealthChange extends Change {
  @Field(() => TenantHealth, { description: 'Its current state.' })
  health!: TenantHealth;
}
