import type { Context } from '@mycelium/kit/context';
import { parseInput } from '@mycelium/kit/input';
import { Money } from '@mycelium/kit/money';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { Order } from '../order/order.ts';
import { checkCovers } from '../order/recount.ts';
import { linesOf } from '../order-line/lines-of.ts';
import { partOfCheck } from '../totals/split.ts';
import { planSplit } from './plan-split.ts';
import { type Asked, splitSchema } from './split-input.ts';

@ObjectType({ description: 'What a check would have of a line.' })
export class SplitPreviewLine {
  @Field(() => ID)
  lineId!: string;

  @Field(() => String, { description: 'How much of it, a decimal number.' })
  quantity!: string;

  @Field(() => Money, { description: 'After discounts.' })
  amount!: Money;
}

@ObjectType({ description: 'What a check would come to. All of them together come to the order.' })
export class SplitPreview {
  @Directive('@listSize(assumedSize: 20)')
  @Field(() => [SplitPreviewLine])
  lines!: SplitPreviewLine[];

  @Field(() => Money, { description: 'The taxes that are added to prices.' })
  tax!: Money;

  @Field(() => Money)
  serviceCharge!: Money;

  @Field(() => Money, { description: 'The lines with service charges and the taxes that are added; without tips.' })
  total!: Money;
}

/** What the checks of a split would come to, the order itself first, to the cent; nothing is written. */
export async function previewSplit(ctx: Context, order: Order, asked: Asked): Promise<SplitPreview[]> {
  const split = parseInput(splitSchema, asked, []);
  const { shares } = planSplit(order, await linesOf(ctx, order), split);
  const money = (amount: number): Money => ({ amount, currency: order.currency });
  return shares.map(({ totals, quantities }, at) => {
    const { serviceCharge, taxes, total } = partOfCheck(totals);
    if (at === 0) checkCovers(order, total);
    const added = taxes.reduce((sum, tax) => sum + (tax.inclusive ? 0 : tax.amount), 0);
    return {
      ...{ tax: money(added), serviceCharge: money(serviceCharge), total: money(total) },
      lines: totals.lines.map(({ id, amount }) => ({
        ...{ lineId: id, quantity: quantities.get(id) ?? '0', amount: money(amount) },
      })),
    };
  });
}
