import { PageOf } from '@mycelium/kit/page';
import { Field, Float, ID, ObjectType } from 'type-graphql';
import { FoundKind } from './search-entry.ts';

@ObjectType({ description: 'A thing of the CRM that fits a search.' })
export class CrmThing {
  @Field(() => FoundKind)
  kind!: FoundKind;

  @Field(() => ID, { description: 'Of the thing itself.' })
  id!: string;

  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Some of what else it says.' })
  excerpt?: string;

  @Field(() => Float, { description: 'How well it fits; only its order means something.' })
  score!: number;
}

@ObjectType({ description: 'A page of what was found.' })
export class CrmThingPage extends PageOf(CrmThing) {}
