import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { part } from '@mycelium/kit/part';
import { readFirst } from '@mycelium/kit/read';
import { startWith } from '@mycelium/kit/start-with';
import { System } from '@mycelium/kit/transaction';
import { pairingCompleted } from '@mycelium/schema/subgraphs/tenants';
import { Arg, Ctx, ID, Mutation, Resolver, Root, Subscription } from 'type-graphql';
import { Display, PairDisplayInput } from '../display/display.ts';
import { PairStationInput, Station, StationToken } from '../station/station.ts';
import { claimPairing, claimStation, pairDisplay, pairingState, pairStation, requestPairing } from './pair.ts';
import { DisplayToken, Pairing, PairingKind, PairingRow, PairingState } from './pairing.ts';

interface PairingArguments {
  id: string;
  secret: string;
}

@Resolver()
class PairingResolver {
  @System()
  @Mutation(() => Pairing, {
    description: 'Creates a code for a device to show. Open to everyone, limited by address.',
  })
  requestPairing(
    @Ctx() ctx: Context,
    @Arg('kind', () => PairingKind, { defaultValue: PairingKind.SCREEN, description: 'What the device wants to be.' })
    kind: PairingKind,
  ): Promise<Pairing> {
    return requestPairing(ctx, kind);
  }

  @System()
  @Mutation(() => DisplayToken, {
    nullable: true,
    description:
      'The screen collects its token; null until an operator has paired it. Asked again before the pairing expires, it returns the same token.',
  })
  claimPairing(
    @Arg('id', () => ID) id: string,
    @Arg('secret', () => String) secret: string,
    @Ctx() ctx: Context,
  ): Promise<DisplayToken | undefined> {
    return claimPairing(ctx, id, secret);
  }

  @System()
  @Mutation(() => StationToken, {
    nullable: true,
    description:
      'The station collects its token; null until an operator has paired it. Asked again before the pairing expires, it returns the same token.',
  })
  claimStation(
    @Arg('id', () => ID) id: string,
    @Arg('secret', () => String) secret: string,
    @Ctx() ctx: Context,
  ): Promise<StationToken | undefined> {
    return claimStation(ctx, id, secret);
  }

  @Allow('station:write')
  @System()
  @Mutation(() => Station, {
    description:
      'Pairs the till, kitchen screen or clock that shows this code with one of your locations. Refused with the reason OTHER_KIND when it shows another kind.',
  })
  pairStation(
    @Arg('code', () => String) code: string,
    @Arg('input', () => PairStationInput) input: PairStationInput,
    @Ctx() ctx: Context,
  ): Promise<Station> {
    return pairStation(ctx, code, input);
  }

  @Allow('display:write')
  @System()
  @Mutation(() => Display, {
    description:
      'Pairs the screen that shows this code with your tenant. Case, dashes and spaces in the code do not matter.',
  })
  pairDisplay(
    @Arg('code', () => String) code: string,
    @Arg('input', () => PairDisplayInput) input: PairDisplayInput,
    @Ctx() ctx: Context,
  ): Promise<Display> {
    return pairDisplay(ctx, code, input);
  }

  @Subscription(() => PairingState, {
    description: 'The state of a waiting screen now, and again as soon as it is paired.',
    subscribe: async ({ args, context }) => {
      const { id, secret } = args as PairingArguments;
      const ctx = context as Context;
      await readFirst(ctx, () => pairingState(ctx, id, secret));
      return startWith(undefined, await ctx.subscribe(id, [pairingCompleted]));
    },
  })
  pairingChanged(
    @Root() _change: unknown,
    @Arg('id', () => ID) id: string,
    @Arg('secret', () => String) secret: string,
    @Ctx() ctx: Context,
  ): Promise<PairingState> {
    return pairingState(ctx, id, secret);
  }
}

export const pairingPart = part(PairingRow, PairingResolver);
