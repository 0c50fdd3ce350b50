import { boundsOf, UploadPurpose } from '@mycelium/kit/uploads/purpose';
import { DateTime } from '@mycelium/schema/scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { z } from 'zod';

registerEnumType(UploadPurpose, {
  name: 'UploadPurpose',
  description: 'What a file is for.',
  valuesConfig: {
    TABLE: { description: 'Rows to import: CSV or tab-separated text, at most 64 MiB.' },
    VIDEO: { description: 'A video to show: MP4, WebM or QuickTime, at most 200 MB.' },
    PICTURE: {
      description: 'A picture to show: JPEG, PNG, WebP, GIF or AVIF, at most 20 MB and 50 million pixels.',
    },
  },
});

@ObjectType({ description: 'An address to which one file can be sent.' })
export class Upload {
  @Field(() => ID)
  id!: string;

  @Field(() => String, {
    description:
      'A path on this origin. PUT the bytes of the file there, with the announced Content-Type; once, and within an hour. For a picture the response has the `url` at which it is shown; any other file is known by its id, until it has been processed or a day is over.',
  })
  url!: string;

  @Field(() => DateTime, { description: 'Until when it can be sent.' })
  expiresAt!: Date;
}

/** What is said of a file before it comes. */
export const uploadSchema = z
  .object({
    purpose: z.enum(UploadPurpose),
    name: z
      .string()
      .min(1, 'The name of a file is needed')
      .max(255, 'The name of a file has at most 255 characters')
      .refine((name) => !/[\p{Cc}/\\]/u.test(name), {
        error: 'The name of a file is one line without slashes',
        params: { reason: 'WRONG_FORM' },
      }),
    type: z.string(),
    bytes: z.number().int().min(1, 'The file is empty'),
  })
  .superRefine(({ purpose, type, bytes }, context) => {
    const { most, types } = boundsOf[purpose];
    if (!types.includes(type))
      context.addIssue({
        code: 'custom',
        path: ['type'],
        message: `The type of such a file is one of ${types.join(', ')}`,
        params: { reason: 'WRONG_TYPE' },
      });
    if (bytes > most)
      context.addIssue({
        code: 'custom',
        path: ['bytes'],
        message: `Such a file has at most ${most} bytes`,
        params: { reason: 'TOO_LARGE', limit: most },
      });
  });
