import { readFile } from 'node:fs/promises';
import type { z } from 'zod';

/** A file of a demo tenant, as its schema has it. */
export async function readSeed<Schema extends z.ZodType>(
  slug: string,
  file: string,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const text = await readFile(new URL(`../seeds/${slug}/${file}.json`, import.meta.url), 'utf8');
  return schema.parse(JSON.parse(text));
}
