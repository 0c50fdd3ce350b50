import { z } from 'zod';
import { documentIdOf } from './operation.ts';

export const itemSchema = z.object({
  name: z.string(),
  available: z.boolean(),
  price: z.object({ amount: z.number(), currency: z.string() }),
});
export type Item = z.infer<typeof itemSchema>;

const answerSchema = z.object({
  errors: z.array(z.object({ message: z.string() })).optional(),
  data: z
    .object({
      feedPosition: z.string(),
      viewer: z.object({
        tenant: z.object({
          id: z.string(),
          name: z.string(),
          menus: z.array(z.object({ sections: z.array(z.object({ name: z.string(), items: z.array(itemSchema) })) })),
        }),
      }),
    })
    .nullish(),
});

/** The menu as it is, and the position from which its changes are to be followed. */
export async function readMenu(url: string, key: string) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': key },
    body: JSON.stringify({ documentId: documentIdOf('menu'), variables: { locale: 'en' } }),
  });
  const { data, errors } = answerSchema.parse(await response.json());
  if (!data) throw new Error(errors?.[0]?.message ?? `The graph answered ${response.status}.`);
  return { position: data.feedPosition, ...data.viewer.tenant };
}
