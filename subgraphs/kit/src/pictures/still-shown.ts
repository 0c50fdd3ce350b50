import { type Context, resourcesOf } from '../context.ts';
import { claimAddress } from './claim-picture.ts';

/** The address of a picture with which a row comes back that was gone; undefined when the picture went meanwhile. */
export async function stillShown(ctx: Context, address: string | undefined): Promise<string | undefined> {
  return address && (await claimAddress(resourcesOf(ctx), address)) ? address : undefined;
}
