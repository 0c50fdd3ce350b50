import { Field, InputType, Int } from 'type-graphql';
import { z } from 'zod';
import { Side } from '../side/side.ts';
import { Subject, SubjectKind } from '../subject/subject.ts';
import { tagsSchema } from '../tag/tags.ts';

/** How long a note may be, in bytes of UTF-8. */
const MOST_BYTES = 65_536;

const CONTENT =
  'Markdown, at most 64 kB in UTF-8, without HTML. @[Name](user:id) mentions a person of the tenant, who gets a notice.';
const TAGS = 'At most 50, of at most 50 characters.';

@InputType({ description: 'A new note.' })
export class CreateNoteInput {
  @Field(() => Side, {
    nullable: true,
    description:
      "Whose book it is for, if it is about the tenant itself; left out, the platform's for its staff, and the tenant's for everybody else. What is about a contact stands in the contact's book.",
  })
  side?: Side | null;

  @Field(() => Subject, { description: 'What it is about.' })
  subject!: Subject;

  @Field(() => String, { description: CONTENT })
  content!: string;

  @Field(() => [String], { nullable: true, description: TAGS })
  tags?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it stands above the others; not unless set.' })
  pinned?: boolean | null;
}

@InputType({ description: 'What to change; what you leave out stays the same.' })
export class UpdateNoteInput {
  @Field(() => Int, {
    description:
      'The version you have seen. A different one is a CONFLICT, whose extension `theirs` has the content, tags, pinned and version of now, so that both can be merged.',
  })
  version!: number;

  @Field(() => String, { nullable: true, description: CONTENT })
  content?: string | null;

  @Field(() => [String], { nullable: true, description: `They replace those before. ${TAGS}` })
  tags?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it stands above the others.' })
  pinned?: boolean | null;
}

const content = z
  .string()
  .refine((text) => Buffer.byteLength(text) <= MOST_BYTES, {
    message: 'A note has at most 65,536 bytes in UTF-8',
    params: { reason: 'TOO_LONG', limit: MOST_BYTES },
  })
  .refine((text) => text.trim() !== '', { message: 'Write something', params: { reason: 'MISSING' } });

export const createNoteSchema = z.object({
  side: z.enum(Side).nullish(),
  subject: z.object({ kind: z.enum(SubjectKind), id: z.uuid('A subject is named by a UUID') }),
  content,
  tags: tagsSchema.nullish().transform((tags) => tags ?? []),
  pinned: z
    .boolean()
    .nullish()
    .transform((pinned) => pinned ?? false),
});

export const updateNoteSchema = z.object({
  version: z.number().int(),
  content: content.nullish(),
  tags: tagsSchema.nullish(),
  pinned: z.boolean().nullish(),
});
