import { Allow, ownTenant } from '@mycelium/kit/allow';
import { record } from '@mycelium/kit/audit';
import type { Context } from '@mycelium/kit/context';
import { Forbidden } from '@mycelium/kit/errors';
import { part } from '@mycelium/kit/part';
import { scopesOf } from '@mycelium/schema/permissions';
import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { Location } from '../references.ts';
import { ViewerAnswer, ViewerKind } from '../session/viewer.ts';
import { Membership } from '../user/membership.ts';
import { NewPin, Pin, PinHolder, PinPepper } from './pin.ts';
import { tryPin } from './try-pin.ts';
import { resetPin, setPin } from './write-pin.ts';

@Resolver(() => Pin)
class PinResolver {
  @Allow()
  @Mutation(() => Pin, {
    description:
      'Sets your PIN for the stations of a location: four to six digits. Refused with the reason PIN_NOT_ALLOWED when it is too easy to guess or not available there.',
  })
  setPin(
    @Arg('locationId', () => ID) locationId: string,
    @Arg('pin', () => String) pin: string,
    @Ctx() ctx: Context,
  ): Promise<Pin> {
    return setPin(ctx, locationId, pin);
  }

  @Allow('people:write')
  @Mutation(() => NewPin, {
    description:
      'Gives a person a new random PIN for a location, and turns it on again if it was off. It is shown once; the person is notified, and signed out of all stations.',
  })
  resetPin(
    @Arg('membershipId', () => ID) membershipId: string,
    @Arg('locationId', () => ID) locationId: string,
    @Ctx() ctx: Context,
  ): Promise<NewPin> {
    return resetPin(ctx, membershipId, locationId);
  }

  @Allow()
  @Directive('@inaccessible')
  @Mutation(() => PinHolder, {
    description: 'Whose PIN this is at a location; for other subgraphs, in the name of whoever asks them.',
  })
  async pinHolder(
    @Arg('locationId', () => ID) locationId: string,
    @Arg('pin', () => String) pin: string,
    @Ctx() ctx: Context,
  ): Promise<PinHolder> {
    const { kind, id, locationId: own } = ctx.viewer;
    if (kind === 'station' && own !== locationId) throw new Forbidden('This station stands at another location.');
    const { userId, name, role } = await tryPin(ctx, { locationId, pin, action: 'pinHolder' });
    const asked = kind === 'station' ? { noun: 'Station', nounId: id } : { noun: 'User', nounId: userId };
    record(ctx, { action: 'pinHolder', kind: 'SUCCEEDED', ...asked, actor: { kind, id, personId: userId } });
    return { userId, name, scopes: scopesOf(role) };
  }

  @FieldResolver(() => Location, { description: 'Where it is good.' })
  location(@Root() { locationId }: Pin): Location {
    return { id: locationId };
  }
}

@Resolver(() => ViewerAnswer)
class ViewerPinsResolver {
  @FieldResolver(() => [Pin], { description: 'The PINs of the person who asks, in the current tenant.' })
  async pins(@Root() { kind, id }: ViewerAnswer, @Ctx() ctx: Context): Promise<Pin[]> {
    if (kind !== ViewerKind.USER || !ctx.viewer.tenantId) return [];
    return ctx.em.find(Pin, { tenantId: ownTenant(ctx), user: id }, { orderBy: { id: 'asc' } });
  }
}

@Resolver(() => Membership)
class MemberPinsResolver {
  @Allow('people:write')
  @FieldResolver(() => [Pin], { description: 'Where this person has a PIN.' })
  pins(@Root() { user, tenant }: Membership, @Ctx() ctx: Context): Promise<Pin[]> {
    return ctx.em.find(Pin, { tenantId: tenant.id, user: user.id }, { orderBy: { id: 'asc' } });
  }
}

export const pinPart = part(Pin, PinPepper, PinResolver, ViewerPinsResolver, MemberPinsResolver);
