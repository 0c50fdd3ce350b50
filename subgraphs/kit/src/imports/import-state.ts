import { Directive, Field, Int, ObjectType, registerEnumType } from 'type-graphql';

/** How far an import is. */
export enum ImportStatus {
  PLANNING = 'PLANNING',
  PLANNED = 'PLANNED',
  APPLYING = 'APPLYING',
  APPLIED = 'APPLIED',
  STOPPED = 'STOPPED',
  UNDOING = 'UNDOING',
  UNDONE = 'UNDONE',
  CANCELLED = 'CANCELLED',
  FAILED = 'FAILED',
  EXPIRED = 'EXPIRED',
}
registerEnumType(ImportStatus, {
  name: 'TableImportStatus',
  description: 'How far an import of a table is.',
  valuesConfig: {
    PLANNING: { description: 'Its file is being read.' },
    PLANNED: { description: 'What it would write is known; nothing is written yet.' },
    APPLYING: { description: 'It is being written.' },
    APPLIED: { description: 'All that was planned is written, except for what had changed since.' },
    STOPPED: { description: 'It was cancelled while it was being written; what was written can be undone.' },
    UNDOING: { description: 'What it wrote is being taken back.' },
    UNDONE: { description: 'What it wrote was taken back, except for what was used or changed since.' },
    CANCELLED: { description: 'It was cancelled before anything was written.' },
    FAILED: { description: 'Its file cannot be imported; `failure` says why.' },
    EXPIRED: { description: 'Nobody applied the plan in time; plan it again.' },
  },
});

/** What becomes of a row. */
export enum ImportRowKind {
  CREATE = 'CREATE',
  UPDATE = 'UPDATE',
  DUPLICATE = 'DUPLICATE',
  UNCHANGED = 'UNCHANGED',
  REFUSED = 'REFUSED',
}
registerEnumType(ImportRowKind, {
  name: 'ImportRowKind',
  description: 'What becomes of a row of an import.',
  valuesConfig: {
    DUPLICATE: {
      description: 'The same as an earlier row, which has what this one adds; or as something whose other values stay.',
    },
    UNCHANGED: { description: 'All that it says is known already.' },
    REFUSED: { description: 'It cannot be imported; the refusals say why.' },
  },
});

/** How far a row that is written is. */
export enum ImportRowState {
  PLANNED = 'PLANNED',
  WRITTEN = 'WRITTEN',
  UNDONE = 'UNDONE',
  STAYED = 'STAYED',
}
registerEnumType(ImportRowState, {
  name: 'ImportRowState',
  description: 'How far a row of an import is.',
  valuesConfig: {
    STAYED: {
      description:
        'It was not undone, or not all of it, since what it wrote was used or changed since; `reason` says which.',
    },
  },
});

@Directive('@shareable')
@ObjectType({ description: 'How many rows of an import become what.' })
export class ImportCounts {
  @Field(() => Int)
  created!: number;

  @Field(() => Int)
  updated!: number;

  @Field(() => Int)
  duplicates!: number;

  @Field(() => Int)
  unchanged!: number;

  @Field(() => Int)
  refused!: number;
}

@Directive('@shareable')
@ObjectType({ description: 'How far the work on an import is, in rows.' })
export class ImportProgress {
  @Field(() => Int, { description: 'Rows that were read, written or taken back.' })
  done!: number;

  @Field(() => Int, { nullable: true, description: 'Out of so many; null while the file is being read.' })
  total?: number;
}
