import { DateTime } from '@mycelium/schema/scalars';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { ViewerKind } from '../session/viewer.ts';

@Directive('@inaccessible')
@ObjectType({ description: 'Whom an opaque credential belongs to.' })
export class Credential {
  @Field(() => ViewerKind)
  kind!: ViewerKind;

  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  tenantId!: string;

  @Field(() => [String])
  scopes!: string[];

  @Field(() => String, { nullable: true, description: 'Of an API client: the application it speaks for.' })
  application?: string;

  @Field(() => DateTime, { nullable: true })
  expiresAt?: Date;

  @Field(() => ID, {
    nullable: true,
    description: 'What ends by itself when it is revoked: the API key, of a client that may have others.',
  })
  sessionId?: string;

  @Field(() => ID, { nullable: true, description: 'Of a station: where it stands.' })
  locationId?: string;

  @Field(() => ID, { nullable: true, description: 'Of a station: who is signed in there.' })
  personId?: string;
}
