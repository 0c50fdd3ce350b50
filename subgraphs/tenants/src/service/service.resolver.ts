import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { find, read } from '@mycelium/kit/crud';
import { type EventOf, Follow } from '@mycelium/kit/follow';
import { part } from '@mycelium/kit/part';
import { serviceChanged } from '@mycelium/schema/subgraphs/tenants';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Tenant } from '../tenant/tenant.ts';
import { listProducts, ProductInfo } from './product.ts';
import { EnableServiceInput, ProductService, ServiceChange, ServiceStatus, UpdateServiceInput } from './service.ts';
import { enableService, updateService } from './write-service.ts';

@Resolver(() => ProductService)
class ServiceResolver {
  @Allow()
  @Query(() => [ProductInfo], { description: 'The available products.' })
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
  @Mutation(() => ProductService, {
    description: 'Switches a product off: its sync stops, and it receives nothing more.',
  })
  disableService(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int, { description: 'The version you have seen; a different one is a CONFLICT.' })
    version: number,
    @Ctx() ctx: Context,
  ): Promise<ProductService> {
    return updateService(ctx, id, { version, status: ServiceStatus.OFF });
  }

  @Follow(
    () => ServiceChange,
    [serviceChanged],
    'service:read',
    "Each time one of the tenant's products is switched on or off, paused or reconfigured.",
  )
  async serviceChanged({ payload: { serviceId } }: EventOf<typeof serviceChanged>, ctx: Context) {
    return { serviceId, service: await find(ctx, ProductService, serviceId) };
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
