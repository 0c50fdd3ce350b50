import { Change } from '@mycelium/kit/change';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "tenantId")')
@ObjectType({
  description:
    'How everything that a tenant relies on is doing. Each subgraph answers for its own parts: one that is away leaves null and an error, and the others stay.',
})
export class TenantHealth {
  @Field(() => ID)
  tenantId!: string;
}

@ObjectType({ implements: Change, description: 'A part of the health has changed.' })
export class TenantHealthChange extends Change {
  @Field(() => TenantHealth, { description: 'As it is now.' })
  health!: TenantHealth;
}
