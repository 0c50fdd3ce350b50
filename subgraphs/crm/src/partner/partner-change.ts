import { Change } from '@mycelium/kit/change';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Partner } from './partner.ts';

export enum PartnerChangeKind {
  CREATED = 'CREATED',
  UPDATED = 'UPDATED',
  REMOVED = 'REMOVED',
}
registerEnumType(PartnerChangeKind, { name: 'PartnerChangeKind' });

@ObjectType({ implements: Change, description: 'A partner was registered or restored, changed or removed.' })
export class PartnerChange extends Change {
  @Field(() => PartnerChangeKind)
  kind!: PartnerChangeKind;

  @Field(() => ID)
  partnerId!: string;

  @Field(() => Partner, { nullable: true, description: 'Its current state; null if it is gone.' })
  partner?: Partner;
}
