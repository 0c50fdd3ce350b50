import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { WithoutDatabase } from '@mycelium/kit/without-database';
import { Arg, ID, Resolver, Root, Subscription } from 'type-graphql';
import { CommunicationMatrix, SyncHealth } from '../health/health.ts';
import { readMatrix, readSyncHealth } from '../health/read-health.ts';
import { ownTenant } from '../own-tenant.ts';
import { EventTracking } from '../tracking/tracking.ts';
import { followAcknowledgments } from './follow-acknowledgments.ts';
import { followState } from './follow-state.ts';

@Resolver()
export class LiveResolver {
  @Allow('events:read')
  @WithoutDatabase()
  @Subscription(() => SyncHealth, {
    description: 'How the events of a tenant are doing: now, and each time that changes, at most four times a second.',
    subscribe: ({ args, context }) =>
      followState(context as Context, ownTenant(context as Context, String(args.tenantId)), readSyncHealth),
  })
  healthChanged(@Root() health: SyncHealth, @Arg('tenantId', () => ID) _tenantId: string): SyncHealth {
    return health;
  }

  @Allow('events:read')
  @WithoutDatabase()
  @Subscription(() => CommunicationMatrix, {
    description: 'What all applications tell each other: now, and each time that changes, at most four times a second.',
    subscribe: ({ args, context }) =>
      followState(context as Context, ownTenant(context as Context, String(args.tenantId)), readMatrix),
  })
  communicationMatrixChanged(
    @Root() matrix: CommunicationMatrix,
    @Arg('tenantId', () => ID) _tenantId: string,
  ): CommunicationMatrix {
    return matrix;
  }

  @Allow('events:read')
  @WithoutDatabase()
  @Subscription(() => EventTracking, {
    description:
      'Each acknowledgment of what an application has told, with its answer, as it comes. What came while nobody followed can be read with eventTracking.',
    subscribe: ({ args, context }) => followAcknowledgments(context as Context, String(args.application)),
  })
  acknowledgmentReceived(
    @Root() tracking: EventTracking,
    @Arg('application', () => String, { description: 'The source; a key can follow its own only.' })
    _application: string,
  ): EventTracking {
    return tracking;
  }
}
