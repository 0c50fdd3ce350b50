import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { z } from 'zod';

export enum Product {
  ORDERING = 'ORDERING',
  SMP = 'SMP',
  MARKETING_APP = 'MARKETING_APP',
  WEB_HOSTING = 'WEB_HOSTING',
  DIGITAL_MENU = 'DIGITAL_MENU',
  MINI_BODEGA = 'MINI_BODEGA',
}
registerEnumType(Product, { name: 'ProductType', description: 'A product that serves tenants.' });

@ObjectType({ description: "A setting in a product's configuration." })
export class ProductSetting {
  @Field(() => String, { description: 'Its name in the configuration.' })
  name!: string;

  @Field(() => Boolean)
  required!: boolean;
}

@ObjectType({ description: 'A product that a tenant can have.' })
export class ProductInfo {
  @Field(() => Product)
  product!: Product;

  @Field(() => String)
  description!: string;

  @Field(() => Boolean, { description: 'Whether it has a catalogue of its own that is synced with the menu.' })
  syncs!: boolean;

  @Field(() => [ProductSetting], { description: 'What its configuration may contain; anything else is refused.' })
  settings!: ProductSetting[];
}

const loopback = ['127.0.0.1', 'localhost', '[::1]'];

const baseUrl = z
  .url('Give the address of its catalogue')
  .refine((text) => URL.canParse(text) && isFit(new URL(text)), {
    error: 'Give an https address without a password; http is for this machine only',
    params: { reason: 'NOT_URL' },
  });

const account = z
  .string('Give its account for this tenant')
  .trim()
  .regex(/^[\w-]{1,100}$/, 'An account has only letters, digits, - and _');

const nothing = z.strictObject({});
const catalogue = z.strictObject({ baseUrl, account });

interface Registered {
  description: string;
  config: z.ZodObject;
}

/** What each product is, and what its configuration must look like. */
const registry: Record<Product, Registered> = {
  ORDERING: { description: 'Restaurant ordering system; the home of the menu', config: nothing },
  SMP: { description: 'Digital signage and menu displays', config: catalogue },
  MARKETING_APP: { description: 'Marketing automation for grocery stores', config: catalogue },
  WEB_HOSTING: {
    description: 'Website hosting services',
    config: catalogue.extend({ domain: z.hostname('Give a domain, for example las-reinas.com').optional() }),
  },
  DIGITAL_MENU: { description: 'Digital menu boards', config: nothing },
  MINI_BODEGA: { description: 'Mini convenience store system', config: catalogue },
};

/** Where a product keeps a tenant's catalogue. */
export const catalogueSchema = catalogue.loose();

/** The products whose own catalogue is synced with the menu; the others read the menu itself. */
export function hasCatalogue(product: Product): boolean {
  return registry[product].config !== nothing;
}

export function configSchemaOf(product: Product): Registered['config'] {
  return registry[product].config;
}

export function listProducts(): ProductInfo[] {
  return Object.values(Product).map((product) => ({
    product,
    description: registry[product].description,
    syncs: hasCatalogue(product),
    settings: settingsOf(product),
  }));
}

function settingsOf(product: Product): ProductSetting[] {
  return Object.entries(registry[product].config.shape).map(([name, schema]) => ({
    name,
    required: !z.safeParse(schema, undefined).success,
  }));
}

function isFit({ protocol, hostname, username }: URL): boolean {
  if (username) return false;
  return protocol === 'https:' || (protocol === 'http:' && loopback.includes(hostname));
}
