import { nameOf } from '@mycelium/kit/name';
import { z } from 'zod';

/** The tags of something: words of its people, each once whatever the size of its letters. */
export const tagsSchema = z
  .array(nameOf(50, 'A tag is not empty'))
  .max(50, 'At most 50 tags')
  .transform((tags) => [...new Map(tags.map((tag) => [tag.toLowerCase(), tag])).values()]);
