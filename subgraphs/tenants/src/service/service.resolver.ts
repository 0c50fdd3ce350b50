import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { find, read } from '@mycelium/kit/crud';
import type { FeedChange } from '@mycelium/kit/feed';
import { followTenant } from '@mycelium/kit/follow';
import { part } from '@mycelium/kit/part';
import { Cursor } from '@mycelium/schema/scalars';
import { serviceChanged } from '@mycelium/schema/subgraphs/tenants';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import { Tenant } from '../tenant/tenant.ts';
import { listProducts, ProductInfo } from './product.ts';
import { EnableServiceInput, ProductService, ServiceChange, ServiceStatus, UpdateServiceInput } from './service.ts';
import { enableService, updateService } from './write-service.ts';

@Resolver(() => ProductService)
class ServiceResolver {
  @Allow()
  @Query(() => [ProductInfo], { description: 'The products there are.' })
  productTypes(): ProductInfo[] {
    return listProducts();
  }

  @Allow('service:write')
  @Mutation(() => ProductService, { description: 'Switches a product on for your tenant, or on again.' })
  enableService(
    @Arg('input', () => EnableServiceInput) input: EnableServiceInput,
    @Ctx() ctx: Context,
  ): Promise<ProductService> {
    return enableService(ctx, input);
  }

  @Allow('service:write')
  @Mutation(() => ProductService, { description: 'Configures a product, or pauses it.' })
  updateService(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UpdateServiceInput) input: UpdateServiceInput,
    @Ctx() ctx: Context,
  ): Promise<ProductService> {
    return updateService(ctx, id, input);
  }

  @Allow('service:write')
  @Mutation(() => ProductService, { description: 'Switches a product off: its sync stops, and it hears nothing more.' })
  disableService(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int, { description: 'The version you have seen; another one is a CONFLICT.' })
    version: number,
    @Ctx() ctx: Context,
  ): Promise<ProductService> {
    return updateService(ctx, id, { version, status: ServiceStatus.OFF });
  }

  @Allow('service:read')
  @Subscription(() => ServiceChange, {
    description: "Each time one of a tenant's products is switched on, paused, off or configured anew.",
    subscribe: ({ args, context }) =>
      followTenant(context as Context, args as { tenantId: string; after?: string }, [serviceChanged]),
  })
  async serviceChanged(
    @Root() { cursor, event }: FeedChange,
    @Arg('tenantId', () => ID) _tenantId: string,
    @Ctx() ctx: Context,
    @Arg('after', () => Cursor, { nullable: true, description: 'The cursor of the last change you have seen.' })
    _after?: string,
  ): Promise<ServiceChange> {
    const { serviceId } = serviceChanged.payload.parse(event.payload);
    return { cursor, at: new Date(event.at), serviceId, service: await find(ctx, ProductService, serviceId) };
  }

  @FieldResolver(() => Tenant)
  tenant(@Root() service: ProductService, @Ctx() ctx: Context): Promise<Tenant> {
    return read(ctx, Tenant, service.tenantId);
  }
}

@Resolver(() => Tenant)
class TenantServicesResolver {
  @Allow('service:read')
  @FieldResolver(() => [ProductService], { description: 'The products it has or had; at most one of each.' })
  services(@Root() tenant: Tenant, @Ctx() { em }: Context): Promise<ProductService[]> {
    return em.find(ProductService, { tenantId: tenant.id }, { orderBy: { product: 'asc' } });
  }
}

export const servicePart = part(ProductService, ServiceResolver, TenantServicesResolver);
