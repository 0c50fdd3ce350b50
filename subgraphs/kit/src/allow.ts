import { type AuthCheckerFn, Authorized, Directive } from 'type-graphql';
import type { Context } from './context.ts';
import { Forbidden, NotFound, Unauthenticated } from './errors.ts';

/** Who may ask for a field: everyone who is logged in, or those with the scope. Enforced here and, through the SDL, at the gateway. */
export function Allow(scope?: string): MethodDecorator {
  const authorized = scope ? Authorized(scope) : Authorized();
  const directive = Directive(scope ? `@requiresScopes(scopes: [["${scope}"]])` : '@authenticated');
  return (target, key, descriptor) => {
    (authorized as MethodDecorator)(target, key, descriptor);
    (directive as MethodDecorator)(target, key, descriptor);
  };
}

/** TypeGraphQL's check behind `Allow`: throws what is missing. */
export const checkAllowed: AuthCheckerFn<Context, string> = ({ context: { viewer } }, scopes) => {
  if (viewer.kind === 'anonymous') throw new Unauthenticated();
  const missing = scopes.find((scope) => !viewer.scopes.includes(scope));
  if (missing) throw new Forbidden(`You may not do this; it needs the permission ${missing}.`);
  return true;
};

/** The tenant that the viewer works in; throws when none is chosen. */
export function ownTenant({ viewer }: Context): string {
  if (!viewer.tenantId) throw new Forbidden('Choose a tenant first.');
  return viewer.tenantId;
}

/** Throws for every tenant but the viewer's own: people are told that there is none, a key that it may not; neither learns which there are. */
export function checkTenant({ viewer }: Context, tenantId: string): void {
  if (tenantId === viewer.tenantId) return;
  throw viewer.kind === 'client' ? foreignKey() : new NotFound('Tenant', tenantId);
}

/** What a key is told that names a tenant that it does not belong to, whether there is one or not. */
export function foreignKey(): Forbidden {
  return new Forbidden('This key belongs to another tenant.');
}
