import type { Ref } from '@mikro-orm/core';
import { Entity, Enum, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { PageOf } from '@mycelium/kit/page';
import { DateTime } from '@mycelium/schema/scalars';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { z } from 'zod';
import { ApiClient } from '../api-client/api-client.ts';

export enum OperationStatus {
  PENDING = 'PENDING',
  APPROVED = 'APPROVED',
  REJECTED = 'REJECTED',
}
registerEnumType(OperationStatus, {
  name: 'OperationStatus',
  valuesConfig: {
    PENDING: { description: 'It is waiting for a decision.' },
    APPROVED: { description: 'The client may run it.' },
    REJECTED: { description: 'The client may not run it.' },
  },
});

export enum OperationKind {
  QUERY = 'QUERY',
  MUTATION = 'MUTATION',
  SUBSCRIPTION = 'SUBSCRIPTION',
}
registerEnumType(OperationKind, { name: 'OperationKind' });

@ObjectType({
  description: 'An operation that an API client wants to run. Once it is approved, the client only sends its id.',
})
@Unique({ properties: ['client', 'documentId'] })
@Entity({ ...ownedByTenant })
export class RegisteredOperation extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @Field(() => String, { description: 'sha256: and the hash of the text, as the client sends it in `documentId`.' })
  @Property({ type: 'text' })
  documentId!: string;

  @Field(() => String, { description: 'The GraphQL document.' })
  @Property({ type: 'text' })
  text!: string;

  @Field(() => String)
  @Property({ type: 'text' })
  name!: string;

  @Field(() => OperationKind)
  @Enum({ items: () => OperationKind, type: 'string' })
  kind!: OperationKind;

  @Field(() => [String], { description: 'What it asks for, by the fields of Query, Mutation or Subscription.' })
  @Property({ type: 'array', columnType: 'text[]' })
  rootFields!: string[];

  @Field(() => OperationStatus)
  @Enum({ items: () => OperationStatus, type: 'string', default: OperationStatus.PENDING })
  status: OperationStatus = OperationStatus.PENDING;

  @Field(() => String, { nullable: true, description: 'Why it was rejected.' })
  @Property({ type: 'text', nullable: true })
  reason?: string;

  @Field(() => DateTime, { nullable: true, description: 'When it was last approved or rejected.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  decidedAt?: Date;

  @Field(() => DateTime, { nullable: true, description: 'It is refused from then on; null if it does not expire.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  expiresAt?: Date;

  @Field(() => DateTime)
  declare createdAt: Date;

  @ManyToOne({ entity: () => ApiClient, ref: true, index: true, deleteRule: 'cascade' })
  client!: Ref<ApiClient>;
}

@ObjectType({ description: 'A page of registered operations.' })
export class RegisteredOperationPage extends PageOf(RegisteredOperation) {}

@InputType({ description: 'A document to register.' })
export class OperationDocumentInput {
  @Field(() => String, { description: 'One named operation with its fragments; at most 100,000 characters.' })
  text!: string;

  @Field(() => DateTime, { nullable: true, description: 'When it expires; leave out for never.' })
  expiresAt?: Date;
}

export enum OperationProblemKind {
  UNFIT = 'UNFIT',
  TOO_COSTLY = 'TOO_COSTLY',
  TOO_LARGE = 'TOO_LARGE',
  SCOPE_MISSING = 'SCOPE_MISSING',
}
registerEnumType(OperationProblemKind, {
  name: 'OperationProblemKind',
  valuesConfig: {
    UNFIT: { description: 'It is not a valid operation of the current schema; it cannot be registered or approved.' },
    TOO_COSTLY: { description: 'It may cost more than its client is allowed.' },
    TOO_LARGE: { description: 'It has more levels, aliases or root fields than any client is allowed.' },
    SCOPE_MISSING: { description: 'It needs a scope that its client does not have.' },
  },
});

@ObjectType({ description: 'Why an operation would be refused if its client sent it now.' })
export class OperationProblem {
  @Field(() => OperationProblemKind)
  kind!: OperationProblemKind;

  @Field(() => String, { description: 'A sentence for the author of the document.' })
  message!: string;

  @Field(() => String, { nullable: true, description: 'For SCOPE_MISSING: the scope.' })
  scope?: string;
}

@ObjectType({ description: 'The result for one document.' })
export class OperationRegistration {
  @Field(() => String, { description: 'sha256: and the hash of the text as it was sent.' })
  documentId!: string;

  @Field(() => String, { nullable: true, description: 'The name of its operation.' })
  name?: string;

  @Field(() => [String], { description: 'What it asks for.' })
  rootFields!: string[];

  @Field(() => Int, { nullable: true, description: 'As RegisteredOperation.cost; also null if it is UNFIT.' })
  cost?: number;

  @Field(() => [String], { description: 'The scopes a client needs to run it.' })
  scopes!: string[];

  @Field(() => [OperationProblem], {
    description: 'What is wrong with it. It was registered unless it is UNFIT: what a client is allowed may change.',
  })
  problems!: OperationProblem[];

  @Field(() => RegisteredOperation, { nullable: true, description: 'null if it is UNFIT.' })
  operation?: RegisteredOperation;
}

export const documentsSchema = z
  .array(
    z.object({
      text: z.string().max(100_000, 'A document has at most 100,000 characters'),
      expiresAt: z
        .date()
        .refine((date) => date.getTime() > Date.now(), {
          error: 'An operation ends in the future',
          params: { reason: 'IN_THE_PAST' },
        })
        .nullish()
        .transform((date) => date ?? undefined),
    }),
  )
  .min(1, 'Send at least one document')
  .max(100, 'Send at most 100 documents at a time');
export const operationIdsSchema = z
  .array(z.uuid('This is not the id of an operation'))
  .min(1, 'Name at least one operation')
  .max(200, 'Name at most 200 operations at a time')
  .transform((ids) => [...new Set(ids)]);
export const reasonSchema = z
  .string()
  .trim()
  .min(1, 'A reason is needed')
  .max(500, 'A reason has at most 500 characters');
