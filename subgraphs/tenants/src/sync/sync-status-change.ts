import { Change } from '@mycelium/kit/change';
import { Field, ID, ObjectType } from 'type-graphql';
import { SyncRun } from '../sync-run/sync-run.ts';
import { TenantSync } from './sync.ts';

@ObjectType({ implements: Change, description: 'A sync is waiting, at work, further on, done or failed.' })
export class SyncStatusChange extends Change {
  @Field(() => ID)
  syncId!: string;

  @Field(() => TenantSync, { nullable: true, description: 'As it is now.' })
  sync?: TenantSync;

  @Field(() => SyncRun, { nullable: true, description: 'The run that it is about, as far as it is now.' })
  run?: SyncRun;
}
