import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType({
  description: 'Somebody who works for the business, as those who work with them see them: by name alone.',
})
export class Colleague {
  @Field(() => ID, { description: 'The id of the person, as a user.' })
  id!: string;
}
