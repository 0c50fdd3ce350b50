import { Change } from '@mycelium/kit/change';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Order } from './order.ts';

export enum OrderChangeKind {
  CREATED = 'CREATED',
  UPDATED = 'UPDATED',
  PLACED = 'PLACED',
  PAID = 'PAID',
  REFUNDED = 'REFUNDED',
  VOIDED = 'VOIDED',
}
registerEnumType(OrderChangeKind, { name: 'OrderChangeKind' });

@ObjectType({ implements: Change, description: 'An order was opened, changed, placed, paid, refunded or voided.' })
export class OrderChange extends Change {
  @Field(() => OrderChangeKind)
  kind!: OrderChangeKind;

  @Field(() => ID)
  orderId!: string;

  @Field(() => Order, { nullable: true, description: 'Its current state.' })
  order?: Order;
}
