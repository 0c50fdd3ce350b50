import { Change } from '@mycelium/kit/change';
import { Field, ID, ObjectType } from 'type-graphql';
import { SyncRun } from '../sync-run/sync-run.ts';
import { TenantSync } from './sync.ts';

@ObjectType({ implements: Change, description: 'A sync was queued, started, made progress, finished or failed.' })
export class SyncStatusChange extends Change {
  @Field(() => ID)
  syncId!: string;

  @Field(() => TenantSync, { nullable: true, description: 'Its current state.' })
  sync?: TenantSync;

  @Field(() => SyncRun, { nullable: true, description: 'The current state of the run it is about.' })
  run?: SyncRun;
}
