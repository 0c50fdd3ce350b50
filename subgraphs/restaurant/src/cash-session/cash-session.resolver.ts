import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { find } from '@mycelium/kit/crud';
import { Money } from '@mycelium/kit/money';
import { part } from '@mycelium/kit/part';
import { loadAll } from '@mycelium/kit/reference';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Drawer } from '../drawer/drawer.ts';
import { Tenant } from '../references.ts';
import { CashSession } from './cash-session.ts';
import { OpenCashSessionInput, openSession } from './open-session.ts';

@Resolver(() => CashSession)
class CashSessionResolver {
  @Allow('order:read')
  @Query(() => CashSession, { nullable: true, description: 'One cash session; null if there is none with this id.' })
  cashSession(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<CashSession | undefined> {
    return find(ctx, CashSession, id);
  }

  @Allow('payment:take')
  @Mutation(() => CashSession, { description: 'Opens a drawer with the cash that is in it.' })
  openCashSession(
    @Arg('input', () => OpenCashSessionInput) input: OpenCashSessionInput,
    @Ctx() ctx: Context,
  ): Promise<CashSession> {
    return openSession(ctx, input);
  }

  @FieldResolver(() => Money, { description: 'The cash that was in it when it was opened.' })
  float(@Root() { float, currency }: CashSession): Money {
    return { amount: float, currency };
  }

  @FieldResolver(() => Drawer)
  async drawer(@Root() { drawerId }: CashSession, @Ctx() ctx: Context): Promise<Drawer | undefined> {
    return (await loadAll(ctx, Drawer, [drawerId]))[0];
  }

  @FieldResolver(() => Tenant)
  tenant(@Root() { tenantId }: CashSession): Tenant {
    return { id: tenantId };
  }
}

export const cashSessionPart = part(CashSession, CashSessionResolver);
