import { Directive, Field, ObjectType } from 'type-graphql';

@Directive('@shareable')
@ObjectType({ description: 'A text in one language.' })
export class LocalizedText {
  @Field(() => String, { description: 'BCP 47, for example es or en-US.' })
  locale!: string;

  @Field(() => String)
  text!: string;
}
