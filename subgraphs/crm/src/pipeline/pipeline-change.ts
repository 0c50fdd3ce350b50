import { Change } from '@mycelium/kit/change';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Pipeline } from './pipeline.ts';

export enum PipelineChangeKind {
  CREATED = 'CREATED',
  UPDATED = 'UPDATED',
  REMOVED = 'REMOVED',
}
registerEnumType(PipelineChangeKind, { name: 'PipelineChangeKind' });

@ObjectType({
  implements: Change,
  description:
    'A pipeline was created or restored, changed or removed; what stages say of their opportunities is another change.',
})
export class PipelineChange extends Change {
  @Field(() => PipelineChangeKind)
  kind!: PipelineChangeKind;

  @Field(() => ID)
  pipelineId!: string;

  @Field(() => Pipeline, { nullable: true, description: 'Its current state; null if it is gone.' })
  pipeline?: Pipeline;
}
