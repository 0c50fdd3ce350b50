import { legible } from '@mycelium/kit/legible';
import { z } from 'zod';
import type { Facts } from './merge.ts';
import { type Told, told } from './sync-reason.ts';

/** What the database and the graph can keep as a text. */
const text = (most: number) =>
  z
    .string()
    .max(most)
    .refine((value) => value.isWellFormed() && !value.includes('\0'), 'A text has no NUL and no half characters');

/** How a product names a thing of its own. */
export const externalIdSchema = text(255).min(1);

/** Where a product's list goes on. */
export const cursorSchema = text(1_000);

const texts = z.record(text(40), text(5_000));

const price = z
  .number()
  .refine((amount) => Number.isSafeInteger(amount) && amount >= 0, 'A price is a whole number of cents, not negative');

const livingSchema = z.object({
  id: externalIdSchema,
  /** Our id, when it came from us. */
  reference: text(255).nullish(),
  categoryId: text(255).nullish(),
  name: texts,
  description: texts.nullish().transform((value) => value ?? {}),
  priceMinor: price,
  currency: text(10),
  available: z.boolean(),
  deleted: z.literal(false).default(false),
  updatedAt: z.iso.datetime().transform((moment) => new Date(moment)),
});

/** An item that is gone: nothing else counts, however odd its values were. */
const goneSchema = z.object({ id: externalIdSchema, deleted: z.literal(true) });

export type RemoteItem = z.infer<typeof livingSchema> | z.infer<typeof goneSchema>;
export type LivingItem = z.infer<typeof livingSchema>;

/** An item that is not taken over, and why. */
export interface OddItem {
  externalId?: string;
  name?: string;
  why: Told;
}

/** A product's items, each read for itself; of one that is given twice the later word counts. */
export function readItems(given: readonly unknown[]): { items: RemoteItem[]; odd: OddItem[] } {
  const latest = new Map(given.map((item, at) => [fieldOf(item, 'id') ?? at, item]));
  const read: { items: RemoteItem[]; odd: OddItem[] } = { items: [], odd: [] };
  for (const item of latest.values()) {
    const schema = fieldOf(item, 'deleted') === true ? goneSchema : livingSchema;
    const parsed = schema.safeParse(item);
    if (parsed.success) read.items.push(parsed.data);
    else read.odd.push(oddItem(item, parsed.error));
  }
  return read;
}

export function factsOf({ name, description, priceMinor, currency, available }: LivingItem): Facts {
  return { name, description, price: { amount: priceMinor, currency }, available };
}

function oddItem(item: unknown, { issues: [issue] }: z.ZodError): OddItem {
  const words = issue && `${issue.path.map(String).join('.')}: ${issue.message}`;
  const id = fieldOf(item, 'id');
  const names = Object.values(Object(fieldOf(item, 'name')));
  const name = names.find((value) => typeof value === 'string');
  return {
    externalId: id === undefined ? undefined : legible(String(id).slice(0, 255)),
    name: name === undefined ? undefined : legible(name.slice(0, 120)),
    why: told(`Its values cannot be kept: ${words}`, 'ODD_ITEM', { words }),
  };
}

function fieldOf(item: unknown, name: string): unknown {
  return item == null ? undefined : Reflect.get(Object(item), name);
}
