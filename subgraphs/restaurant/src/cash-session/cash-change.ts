import { Change } from '@mycelium/kit/change';
import { Field, ID, ObjectType } from 'type-graphql';
import { Drawer } from '../drawer/drawer.ts';
import { CashSession } from './cash-session.ts';

@ObjectType({ implements: Change, description: 'A drawer changed, or something went through one.' })
export class CashChange extends Change {
  @Field(() => ID, { nullable: true, description: 'The session that it is about; null where it is about none.' })
  sessionId?: string | null;

  @Field(() => CashSession, { nullable: true, description: 'Its current state.' })
  session?: CashSession;

  @Field(() => Drawer, { nullable: true, description: 'The current state of the drawer.' })
  drawer?: Drawer;
}
