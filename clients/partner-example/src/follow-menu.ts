import { z } from 'zod';
import { follow } from './follow.ts';
import { itemSchema } from './menu.ts';

const changeSchema = z.object({
  menuChanged: z.object({ cursor: z.string(), kind: z.string(), itemId: z.string(), item: itemSchema.nullable() }),
});
export type Change = z.infer<typeof changeSchema>['menuChanged'];

/** Each change of a tenant's menu behind a position, over any loss of the connection; throws when we are refused. */
export async function* followMenu(
  url: string,
  key: string,
  tenantId: string,
  position: string,
): AsyncGenerator<Change> {
  let after = position;
  for await (const data of follow(url, key, 'menu-changed', () => ({ tenantId, after, locale: 'en' }))) {
    const { menuChanged } = changeSchema.parse(data);
    after = menuChanged.cursor;
    yield menuChanged;
  }
}
