import { Embeddable, Enum, Property } from '@mikro-orm/decorators/legacy';
import type { Row } from '@mycelium/database/row';
import type { Context } from '@mycelium/kit/context';
import { find } from '@mycelium/kit/crud';
import { NotFound } from '@mycelium/kit/errors';
import { type ClassType, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { Contact } from '../contact/contact.ts';
import { Opportunity } from '../opportunity/opportunity.ts';
import { Partner } from '../partner/partner.ts';
import { Side, sideFor } from '../side/side.ts';

export enum SubjectKind {
  TENANT = 'TENANT',
  CONTACT = 'CONTACT',
  PARTNER = 'PARTNER',
  OPPORTUNITY = 'OPPORTUNITY',
}
registerEnumType(SubjectKind, {
  name: 'SubjectKind',
  description: 'What a note, an activity or an entry of the timeline is about.',
  valuesConfig: {
    TENANT: { description: 'The tenant itself: its own business, or the account that the platform keeps.' },
  },
});

/** The columns `subject_kind` and `subject_id` of a row that is about something. */
@ObjectType('Subject', { description: 'What something is about.' })
@InputType('SubjectInput', { description: 'What something is about.' })
@Embeddable()
export class Subject {
  @Field(() => SubjectKind)
  @Enum({ items: () => SubjectKind, type: 'string' })
  kind!: SubjectKind;

  @Field(() => ID)
  @Property({ type: 'uuid' })
  id!: string;
}

type Kept = Row & { side: Side; removedAt?: Date | null };

const nouns: Partial<Record<SubjectKind, ClassType<Kept>>> = {
  [SubjectKind.CONTACT]: Contact,
  [SubjectKind.PARTNER]: Partner,
  [SubjectKind.OPPORTUNITY]: Opportunity,
};

/**
 * The book in which something about this subject stands: that of the subject; for the tenant itself, the one that was
 * asked for, as in `sideFor`. Throws NotFound for what the viewer's tenant does not have.
 */
export async function bookOf(ctx: Context, { kind, id }: Subject, wanted?: Side | null): Promise<Side> {
  if (kind === SubjectKind.TENANT) {
    if (id !== ctx.viewer.tenantId) throw new NotFound('Tenant', id);
    return sideFor(ctx, wanted);
  }
  const noun = nouns[kind];
  const row = noun && (await find(ctx, noun, id));
  if (!noun || !row || row.removedAt) throw new NotFound(noun?.name ?? kind, id);
  return row.side;
}
