import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType()
export class Tenant {
  @Field(() => ID)
  id!: string;
}

@Directive('@key(fields: "id")')
@ObjectType()
export class MenuBoard {
  @Field(() => ID)
  id!: string;

  @Directive('@external')
  @Field(() => [ID])
  sectionIds!: string[];
}

@Directive('@key(fields: "id")')
@ObjectType()
export class Colleague {
  @Field(() => ID)
  id!: string;
}

@Directive('@key(fields: "tenantId")')
@ObjectType()
export class TenantHealth {
  @Field(() => ID)
  tenantId!: string;
}
