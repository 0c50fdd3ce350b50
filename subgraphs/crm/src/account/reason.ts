import { DateTime } from '@mycelium/schema/scalars';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';

/** Why an account is not well. */
export enum ReasonCode {
  SYNC_FAILING = 'SYNC_FAILING',
  SCREEN_DARK = 'SCREEN_DARK',
  MENU_SOLD_OUT = 'MENU_SOLD_OUT',
  EVENTS_UNACKNOWLEDGED = 'EVENTS_UNACKNOWLEDGED',
  EVENTS_FAILED = 'EVENTS_FAILED',
  NO_CONTACT = 'NO_CONTACT',
  ACTIVITIES_OVERDUE = 'ACTIVITIES_OVERDUE',
}
registerEnumType(ReasonCode, {
  name: 'AccountReasonCode',
  description: 'Why an account is not well.',
  valuesConfig: {
    SYNC_FAILING: { description: 'The sync with a product is failing: how often in a row, since when.' },
    SCREEN_DARK: { description: 'Screens that were online are offline: how many, since when.' },
    MENU_SOLD_OUT: { description: 'Guests can order nothing: how many items are sold out.' },
    EVENTS_UNACKNOWLEDGED: { description: 'Events have not been acknowledged: how many, since when.' },
    EVENTS_FAILED: { description: 'Events failed and are kept: how many.' },
    NO_CONTACT: { description: 'Nobody of the staff has spoken with them: for how many days.' },
    ACTIVITIES_OVERDUE: { description: 'The staff are late with what they have to do about it: how much.' },
  },
});

@ObjectType({ description: 'Why an account is not well: a code with its numbers, and where its rows are.' })
export class AccountReason {
  @Field(() => ReasonCode)
  code!: ReasonCode;

  @Field(() => Int, { description: 'How many points of health it costs.' })
  weight!: number;

  @Field(() => String, { nullable: true, description: 'What it is about, if it is one thing, for example SMP.' })
  name?: string | undefined;

  @Field(() => Int, { nullable: true, description: 'How many, as the code says.' })
  count?: number | undefined;

  @Field(() => Int, { nullable: true, description: 'For how many whole days.' })
  days?: number | undefined;

  @Field(() => DateTime, { nullable: true, description: 'Since when.' })
  since?: string | undefined;

  @Field(() => String, { description: "Where its rows are, in the tenant's console." })
  path!: string;

  @Field(() => DateTime, {
    description: 'When that was last known; longer ago than the others while those whom it comes from do not answer.',
  })
  asOf!: string;
}
