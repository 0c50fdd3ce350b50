import { changedKey } from '@mycelium/bus/keys';
import { Allow, checkTenant, ownTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { FollowState } from '@mycelium/kit/follow-state';
import { part } from '@mycelium/kit/part';
import { WithoutDatabase } from '@mycelium/kit/without-database';
import { Cursor } from '@mycelium/schema/scalars';
import { Arg, Ctx, Query, Resolver, Root, Subscription } from 'type-graphql';
import { CommunicationMatrix, SyncHealth } from '../health/health.ts';
import { readMatrix, readSyncHealth } from '../health/read-health.ts';
import { AcknowledgmentChange } from './acknowledgment-change.ts';
import { eventsPosition } from './events-position.ts';
import { followAcknowledgments } from './follow-acknowledgments.ts';

/** What of a tenant's counters is followed. */
const counters =
  <State>(read: (redis: Context['redis'], tenantId: string) => Promise<State>) =>
  (ctx: Context, tenantId: string) => {
    checkTenant(ctx, tenantId);
    return { channel: changedKey(tenantId), read: () => read(ctx.redis, tenantId) };
  };

@Resolver()
class LiveResolver {
  @Allow('events:read')
  @WithoutDatabase()
  @Query(() => Cursor, {
    description:
      'A position from which to follow how the events of your tenant are doing: request it together with what you load, then subscribe to `communicationMatrixChanged` or `healthChanged` `after` it, which tell nothing before something has changed. A change of the ten seconds before may come again; if the answer took longer than that, load again.',
  })
  eventsPosition(@Ctx() ctx: Context): Promise<string> {
    return eventsPosition(ctx.redis, ownTenant(ctx));
  }

  @FollowState(() => SyncHealth, 'events:read', 'How the events of a tenant are doing', counters(readSyncHealth), {
    isPlaced: true,
  })
  healthChanged(health: SyncHealth): SyncHealth {
    return health;
  }

  @FollowState(() => CommunicationMatrix, 'events:read', 'All channels between applications', counters(readMatrix), {
    isPlaced: true,
  })
  communicationMatrixChanged(matrix: CommunicationMatrix): CommunicationMatrix {
    return matrix;
  }

  @Allow('events:read')
  @WithoutDatabase()
  @Subscription(() => AcknowledgmentChange, {
    description:
      'Each acknowledgment of what an application has published, with its answer; with `after`, starting with those since then. From the first time it follows, the last 10,000 of a day are kept for it.',
    subscribe: ({ args, context }) =>
      followAcknowledgments(context as Context, String(args.application), (args.after as string | null) ?? undefined),
  })
  acknowledgmentReceived(
    @Root() change: AcknowledgmentChange,
    @Arg('application', () => String, { description: 'The source; a key can only follow its own.' })
    _application: string,
    @Arg('after', () => Cursor, { nullable: true, description: 'The cursor of the last change you have seen.' })
    _after?: string,
  ): AcknowledgmentChange {
    return change;
  }
}

export const livePart = part(LiveResolver);
