import { Allow } from '@mycelium/kit/allow';
import { Unaudited } from '@mycelium/kit/audit';
import type { Context } from '@mycelium/kit/context';
import { Forbidden } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { part } from '@mycelium/kit/part';
import { makeOffer } from '@mycelium/kit/uploads/offer';
import { UploadPurpose } from '@mycelium/kit/uploads/purpose';
import { Arg, Ctx, Int, Mutation, Resolver } from 'type-graphql';
import { v7 as uuidv7 } from 'uuid';
import { Upload, uploadSchema } from './upload.ts';

@Resolver(() => Upload)
class UploadResolver {
  @Allow('upload:write')
  @Unaudited('nothing is there yet, and what uses the file says so')
  @Mutation(() => Upload, { description: 'Creates an address to which a file can be sent.' })
  async createUpload(
    @Arg('purpose', () => UploadPurpose) purpose: UploadPurpose,
    @Arg('name', () => String, { description: 'Its original name, without folders.' }) name: string,
    @Arg('type', () => String, { description: 'Its media type, such as image/jpeg.' }) type: string,
    @Arg('bytes', () => Int, { description: 'Its exact length.' }) bytes: number,
    @Ctx() { viewer, redis }: Context,
  ): Promise<Upload> {
    const { tenantId } = viewer;
    if (!tenantId) throw new Forbidden('Only somebody who works for a tenant can upload a file.');
    const offer = { ...parseInput(uploadSchema, { purpose, name, type, bytes }, []), id: uuidv7(), tenantId };
    const { token, expiresAt } = await makeOffer(redis, offer);
    return { id: offer.id, url: `/uploads/${offer.id}?token=${token}`, expiresAt };
  }
}

export const uploadPart = part(Upload, UploadResolver);
