import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType()
export class Tenant {
  @Field(() => ID)
  id!: string;
}
