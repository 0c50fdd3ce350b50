import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { Money } from '@mycelium/kit/money';
import { part } from '@mycelium/kit/part';
import { Arg, Ctx, Directive, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { CashSession } from '../cash-session/cash-session.ts';
import { Tenant } from '../references.ts';
import { CashMovement, CashMovementKind } from './cash-movement.ts';
import { CashMovementInput, moveCash } from './move-cash.ts';

@Resolver(() => CashMovement)
class CashMovementResolver {
  @Allow('payment:take')
  @Mutation(() => CashMovement, { description: 'Notes cash that was put into an open drawer.' })
  paidIn(@Arg('input', () => CashMovementInput) input: CashMovementInput, @Ctx() ctx: Context): Promise<CashMovement> {
    return moveCash(ctx, CashMovementKind.PAID_IN, input);
  }

  @Allow('payment:take')
  @Mutation(() => CashMovement, {
    description: 'Notes what was paid out of an open drawer, for example to a supplier.',
  })
  paidOut(@Arg('input', () => CashMovementInput) input: CashMovementInput, @Ctx() ctx: Context): Promise<CashMovement> {
    return moveCash(ctx, CashMovementKind.PAID_OUT, input);
  }

  @Allow('payment:take')
  @Mutation(() => CashMovement, { description: 'Notes cash that went from an open drawer to the safe or the bank.' })
  drop(@Arg('input', () => CashMovementInput) input: CashMovementInput, @Ctx() ctx: Context): Promise<CashMovement> {
    return moveCash(ctx, CashMovementKind.DROP, input);
  }

  @Allow('payment:take')
  @Mutation(() => CashMovement, { description: 'Notes tips that were paid out of an open drawer.' })
  tipsPaidOut(
    @Arg('input', () => CashMovementInput) input: CashMovementInput,
    @Ctx() ctx: Context,
  ): Promise<CashMovement> {
    return moveCash(ctx, CashMovementKind.TIPS_OUT, input);
  }

  @FieldResolver(() => Money)
  amount(@Root() { amount, currency }: CashMovement): Money {
    return { amount, currency };
  }

  @FieldResolver(() => Tenant)
  tenant(@Root() { tenantId }: CashMovement): Tenant {
    return { id: tenantId };
  }
}

@Resolver(() => CashSession)
class SessionMovementsResolver {
  @Allow('order:read')
  @Directive('@listSize(assumedSize: 5)')
  @FieldResolver(() => [CashMovement], {
    description: 'What came and left other than for orders, the first one first.',
  })
  movements(@Root() { id }: CashSession, @Ctx() { em }: Context): Promise<CashMovement[]> {
    return em.find(CashMovement, { sessionId: id }, { orderBy: { id: 'asc' } });
  }
}

export const cashMovementPart = part(CashMovement, CashMovementResolver, SessionMovementsResolver);
