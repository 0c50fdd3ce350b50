import { registerEnumType } from 'type-graphql';

/** Where a customer is, in the terms of the trade. */
export enum AccountStage {
  PROSPECT = 'PROSPECT',
  ONBOARDING = 'ONBOARDING',
  ACTIVE = 'ACTIVE',
  AT_RISK = 'AT_RISK',
  LEAVING = 'LEAVING',
  LEFT = 'LEFT',
}
registerEnumType(AccountStage, {
  name: 'AccountStage',
  description: 'Where the platform is with a tenant; its staff say so.',
  valuesConfig: {
    PROSPECT: { description: 'It has not decided yet.' },
    ONBOARDING: { description: 'It is being set up.' },
    ACTIVE: { description: 'It works with the platform.' },
    AT_RISK: { description: 'It may leave, and somebody looks after that.' },
    LEAVING: { description: 'It has given notice.' },
    LEFT: { description: 'It is a customer no longer.' },
  },
});
