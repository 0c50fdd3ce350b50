import { nameOf } from '@mycelium/kit/name';
import { z } from 'zod';
import { keyOfTag } from './tag-key.ts';

/** A tag: one line of visible characters, with one space between its words. */
export const tagSchema = nameOf(50, 'A tag is not empty').transform((tag) => tag.normalize('NFC').replace(/\s+/g, ' '));

/** The tags of something: words of its people, each once whatever the size of its letters. */
export const tagsSchema = z
  .array(tagSchema)
  .max(50, 'At most 50 tags')
  .transform((tags) => [...new Map(tags.map((tag) => [keyOfTag(tag), tag])).values()]);
