import { PageArgs } from '@mycelium/kit/page';
import { ArgsType, Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { z } from 'zod';
import { AccountStage } from './account-stage.ts';
import { ReasonCode } from './reason.ts';

export enum AccountSort {
  HEALTH = 'HEALTH',
  NAME = 'NAME',
  LAST_CONTACT = 'LAST_CONTACT',
  NEXT_STEP = 'NEXT_STEP',
}
registerEnumType(AccountSort, {
  name: 'AccountSort',
  valuesConfig: {
    HEALTH: { description: 'The worst first.' },
    LAST_CONTACT: { description: 'Those with whom nobody has spoken for longest first.' },
    NEXT_STEP: { description: 'What is due first; those of which nothing is planned come last.' },
  },
});

@InputType({ description: 'Which accounts; what is left out does not matter.' })
export class AccountFilter {
  @Field(() => [AccountStage], { nullable: true, description: 'In one of these stages.' })
  stages?: AccountStage[] | null;

  @Field(() => ID, { nullable: true, description: 'Who looks after it, by user id.' })
  owner?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those that somebody looks after, or that nobody does.' })
  isOwned?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Whose health is below this.' })
  healthBelow?: number | null;

  @Field(() => ReasonCode, { nullable: true, description: 'Those that have this reason.' })
  reason?: ReasonCode | null;

  @Field(() => String, { nullable: true, description: 'A part of the name of the tenant, or of its short name.' })
  text?: string | null;
}

/** Which accounts, and in which order. */
@ArgsType()
export class AccountArgs extends PageArgs {
  @Field(() => AccountFilter, { nullable: true })
  filter?: AccountFilter | null;

  @Field(() => AccountSort, { defaultValue: AccountSort.HEALTH })
  sort!: AccountSort;
}

@InputType({ description: 'What to change; what you leave out stays the same.' })
export class UpdateAccountInput {
  @Field(() => Int, { description: 'The version you have seen; a different one is a CONFLICT.' })
  version!: number;

  @Field(() => AccountStage, { nullable: true })
  stage?: AccountStage | null;

  @Field(() => ID, {
    nullable: true,
    description: "Who of the platform's staff looks after it, by user id; null: nobody.",
  })
  ownerId?: string | null;
}

export const updateAccountSchema = z.object({
  version: z.number().int(),
  stage: z.enum(AccountStage).nullish(),
  ownerId: z.uuid('A person is named by a UUID').nullish(),
});
