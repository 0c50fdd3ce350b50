import type { DemoTenant } from '@mycelium/database/seed';
import type { Context } from '@mycelium/kit/context';
import { MenuBoard, SoldOutStyle } from './menu-board/menu-board.ts';
import { Tenant } from './tenant/tenant.ts';
import { Membership } from './user/membership.ts';
import { hashPassword } from './user/password.ts';
import { User } from './user/user.ts';

/** The tenant with this slug, if there is one. */
export async function findTenantId({ em }: Context, slug: string): Promise<string | undefined> {
  return (await em.findOne(Tenant, { slug }))?.id;
}

/** Makes a demo tenant with its people and boards; answers its id. */
export async function seedTenant(
  ctx: Context,
  demo: DemoTenant,
  sectionIds: ReadonlyMap<string, string>,
  id: string,
  password: string,
): Promise<void> {
  const { slug, name, languages, currency, timeZone } = demo;
  const tenant = ctx.em.create(Tenant, { id, slug, name, languages, currency, timeZone });
  for (const person of demo.users) {
    const user = ctx.em.create(User, {
      email: person.email,
      name: person.name,
      passwordHash: await hashPassword(password),
    });
    ctx.em.create(Membership, { user, tenant, role: person.role });
  }
  for (const { sections, soldOut, ...look } of demo.boards) {
    const ids = sections.flatMap((key) => sectionIds.get(key) ?? []);
    ctx.em.create(MenuBoard, { ...look, soldOut: SoldOutStyle[soldOut], sectionIds: ids, tenantId: id });
  }
}

/** Makes an account of the platform's own staff. */
export async function seedAdmin(
  { em }: Context,
  { email, name }: { email: string; name: string },
  password: string,
): Promise<void> {
  if (await em.findOne(User, { email })) return;
  em.create(User, { email, name, passwordHash: await hashPassword(password), isPlatformAdmin: true });
}

/** Whether somebody can log in under this address. */
export async function isAccount({ em }: Context, email: string): Promise<boolean> {
  return (await em.count(User, { email })) > 0;
}
