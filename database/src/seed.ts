import { fileURLToPath } from 'node:url';
import { roles } from '@mycelium/schema/role';
import { z } from 'zod';
import { readSeed } from './read-seed.ts';

const localized = z.record(z.string(), z.string());

const tenantSchema = z.object({
  slug: z.string(),
  name: z.string(),
  /** What kind of API keys it has. */
  environment: z.enum(['LIVE', 'TEST']).default('LIVE'),
  languages: z.array(z.string()),
  currency: z.string(),
  timeZone: z.string(),
  restaurant: z.object({ name: z.string() }),
  locations: z.array(
    z.object({
      name: z.string(),
      address: z.string(),
      city: z.string(),
      phone: z.string().optional(),
      timeZone: z.string(),
      taxCountry: z.string(),
      receiptHead: z.array(z.string()),
    }),
  ),
  /** The stations of the kitchen of each location; the first one makes what none of the others does. */
  kitchen: z
    .array(
      z.object({
        name: z.string(),
        sound: z.string(),
        warnAfterSeconds: z.number().int(),
        lateAfterSeconds: z.number().int(),
        /** Keys of the menu's sections. */
        sections: z.array(z.string()),
        /** Names of items in the first language of the tenant. */
        items: z.array(z.string()),
      }),
    )
    .default([]),
  /** The areas of each location's floor, with their tables. */
  floor: z
    .array(
      z.object({
        name: z.string(),
        tables: z.array(
          z.object({
            name: z.string(),
            seats: z.number().int(),
            shape: z.enum(['RECTANGLE', 'ROUND']),
            x: z.number().int(),
            y: z.number().int(),
            width: z.number().int(),
            height: z.number().int(),
            rotation: z.number().int().optional(),
          }),
        ),
      }),
    )
    .default([]),
  /** On all that it sells, on top of the price; who has one has a week of orders too. */
  tax: z.object({ name: z.string(), rate: z.string() }).optional(),
  users: z.array(
    z.object({ email: z.string(), name: z.string(), role: z.enum(roles), timeZone: z.string().optional() }),
  ),
  boards: z.array(
    z.object({
      name: z.string(),
      /** Keys of the menu's sections. */
      sections: z.array(z.string()),
      columns: z.number(),
      soldOut: z.enum(['GREY', 'HIDE']),
      languages: z.array(z.string()),
      showCalories: z.boolean(),
      showAllergens: z.boolean(),
    }),
  ),
});

const keys = z.array(z.string()).default([]);

const menuSchema = z.object({
  name: localized,
  /** From which guests choose with items. */
  choices: z
    .array(
      z.object({
        key: z.string(),
        name: localized,
        min: z.number().int().default(0),
        max: z.number().int(),
        options: z.array(z.object({ name: localized, price: z.number().int(), allergens: keys })),
      }),
    )
    .default([]),
  /** In which parts of the menu are sold. */
  hours: z
    .array(z.object({ key: z.string(), name: localized, days: z.array(z.string()), from: z.string(), to: z.string() }))
    .default([]),
  sections: z.array(
    z.object({
      key: z.string(),
      name: localized,
      /** Keys of what is chosen with each of its items. */
      choices: keys,
      items: z.array(
        z.object({
          name: localized,
          description: localized.nullish().transform((texts) => texts ?? {}),
          /** In minor units of the tenant's currency. */
          price: z.number().int(),
          allergens: z.array(z.string()),
          calories: z.number().nullish(),
          available: z.boolean(),
          /** What it costs at locations that charge something else, by their names. */
          priceAt: z.record(z.string(), z.number().int()).default({}),
          /** Keys of the hours in which it is sold; always without one. */
          hours: keys,
          portionsLeft: z.number().int().optional(),
          /** The name of a file among the demo's pictures. */
          picture: z.string().nullish(),
        }),
      ),
    }),
  ),
});

export type DemoTenant = z.input<typeof tenantSchema>;
export type DemoMenu = z.infer<typeof menuSchema>;

/** The tenants of the demonstration; the folder's name is the slug. */
export const demoSlugs = ['las-reinas', 'el-farolito', 'test-kitchen'] as const;

export const demoPassword = 'mycelium-demo';

/** The key of the product in `clients/partner-example`. Everybody knows it, as they do the password. */
export const demoApiKey = 'gg_live_known-to-everybody-mycelium-demo';

/** The key of the signage product that syncs with Las Reinas. */
export const demoSmpKey = 'gg_live_smp-known-to-everybody-mycelium-demo';

/** The key of an integration that is being built, good for the test tenant alone. */
export const demoTestKey = 'gg_test_known-to-everybody-mycelium-demo';

/** The keys of the programs of the business suite, each of which speaks for its application in Las Reinas. */
export const demoSuiteKeys = {
  crm: 'gg_live_crm-known-to-everybody-mycelium-demo',
  hr: 'gg_live_hr-known-to-everybody-mycelium-demo',
  affiliate: 'gg_live_affiliate-known-to-everybody-mycelium-demo',
} as const;

/** The platform's own account in the demonstration. */
export const demoAdmin = { email: 'admin@mycelium.test', name: 'Platform Admin' };

/** What a demo tenant consists of. */
export async function readDemo(slug: (typeof demoSlugs)[number]): Promise<{ tenant: DemoTenant; menu: DemoMenu }> {
  const [tenant, menu] = await Promise.all([
    readSeed(slug, 'tenant', tenantSchema),
    readSeed(slug, 'menu', menuSchema),
  ]);
  return { tenant, menu };
}

/** Where a picture of the demonstration lies. */
export function demoPicture(slug: (typeof demoSlugs)[number], name: string): string {
  return fileURLToPath(new URL(`../seeds/${slug}/pictures/${name}.webp`, import.meta.url));
}
