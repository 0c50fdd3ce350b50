import { Entity, Enum } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import type { Context } from '@mycelium/kit/context';
import { Forbidden } from '@mycelium/kit/errors';
import { platformBook } from '@mycelium/schema/platform-book';
import { Field, ObjectType, registerEnumType } from 'type-graphql';

export enum Side {
  TENANT = 'TENANT',
  PLATFORM = 'PLATFORM',
}
registerEnumType(Side, {
  name: 'CrmSide',
  description: 'Whose book it stands in.',
  valuesConfig: {
    TENANT: { description: "The tenant's own: its people keep and see it." },
    PLATFORM: { description: "The platform's, about the tenant: only the platform's staff keep and see it." },
  },
});

/** A row of one of the two books; its entity takes the options `ownedBySide`. */
@ObjectType()
@Entity({ abstract: true })
export abstract class SidedRow extends TenantRow {
  @Field(() => Side, { description: 'Whose book it stands in.' })
  @Enum({ items: () => Side, type: 'string' })
  side!: Side;
}

/** The book for something new: the one that was asked for, else the platform's for its staff and the tenant's for everybody else. Throws Forbidden for the platform's book to who is none of its staff. */
export function sideFor({ viewer }: Context, wanted: Side | null | undefined): Side {
  const isStaff = viewer.scopes.includes('platform:admin');
  if (wanted === Side.PLATFORM && !isStaff) throw new Forbidden("This book is kept by the platform's staff.");
  return wanted ?? (isStaff ? Side.PLATFORM : Side.TENANT);
}

/** Where a change of the row is told: in the feed of its tenant, or in the staff's. */
export function feedOf({ side, tenantId }: Pick<SidedRow, 'side' | 'tenantId'>): string {
  return side === Side.PLATFORM ? platformBook : tenantId;
}
