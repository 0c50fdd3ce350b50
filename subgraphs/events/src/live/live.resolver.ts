import { changedKey } from '@mycelium/bus/keys';
import { Allow, checkTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { followState } from '@mycelium/kit/follow-state';
import { part } from '@mycelium/kit/part';
import { WithoutDatabase } from '@mycelium/kit/without-database';
import { Cursor } from '@mycelium/schema/scalars';
import { Arg, ID, Resolver, Root, Subscription } from 'type-graphql';
import { CommunicationMatrix, SyncHealth } from '../health/health.ts';
import { readMatrix, readSyncHealth } from '../health/read-health.ts';
import { AcknowledgmentChange } from './acknowledgment-change.ts';
import { followAcknowledgments } from './follow-acknowledgments.ts';

function followCounters<State>(
  ctx: Context,
  tenantId: string,
  read: (redis: Context['redis'], tenant: string) => Promise<State>,
): Promise<AsyncIterableIterator<State>> {
  checkTenant(ctx, tenantId);
  return followState(ctx, changedKey(tenantId), (redis) => read(redis, tenantId));
}

@Resolver()
class LiveResolver {
  @Allow('events:read')
  @WithoutDatabase()
  @Subscription(() => SyncHealth, {
    description: 'How the events of a tenant are doing: now, and each time that changes, at most four times a second.',
    subscribe: ({ args, context }) => followCounters(context as Context, String(args.tenantId), readSyncHealth),
  })
  healthChanged(@Root() health: SyncHealth, @Arg('tenantId', () => ID) _tenantId: string): SyncHealth {
    return health;
  }

  @Allow('events:read')
  @WithoutDatabase()
  @Subscription(() => CommunicationMatrix, {
    description: 'What all applications tell each other: now, and each time that changes, at most four times a second.',
    subscribe: ({ args, context }) => followCounters(context as Context, String(args.tenantId), readMatrix),
  })
  communicationMatrixChanged(
    @Root() matrix: CommunicationMatrix,
    @Arg('tenantId', () => ID) _tenantId: string,
  ): CommunicationMatrix {
    return matrix;
  }

  @Allow('events:read')
  @WithoutDatabase()
  @Subscription(() => AcknowledgmentChange, {
    description:
      'Each acknowledgment of what an application has told, with its answer; with `after`, those since then first. From the first time that it follows, the last 10,000 of a day are kept for it.',
    subscribe: ({ args, context }) =>
      followAcknowledgments(context as Context, String(args.application), (args.after as string | null) ?? undefined),
  })
  acknowledgmentReceived(
    @Root() change: AcknowledgmentChange,
    @Arg('application', () => String, { description: 'The source; a key can follow its own only.' })
    _application: string,
    @Arg('after', () => Cursor, { nullable: true, description: 'The cursor of the last change you have seen.' })
    _after?: string,
  ): AcknowledgmentChange {
    return change;
  }
}

export const livePart = part(LiveResolver);
