import { blindIndexes } from '@mycelium/kit/blind-index';
import type { Context } from '@mycelium/kit/context';
import { digitsOf } from '@mycelium/kit/masks';
import { timeZoneOfTenant } from '../people/people.ts';
import { countryOfZone } from './country.ts';
import { isPhone, readPhones, variantsOf } from './phone-number.ts';

/** The indexes under which a number may be kept, however it is written here, or those of four digits at an end; none for a text that is neither. */
export async function phoneIndexes(ctx: Context, tenantId: string, text: string): Promise<string[]> {
  const digits = digitsOf(text);
  if (digits.length < 4 || /\p{L}/u.test(text)) return [];
  if (digits.length === 4) return blindIndexes(ctx.vault, tenantId, 'phone-last-four', `0000${digits}`);
  const zone = await timeZoneOfTenant(ctx, tenantId);
  const read = readPhones(text, zone ? countryOfZone(zone) : undefined).filter(isPhone);
  const values = [text, ...read.flatMap(({ value }) => variantsOf(value))];
  return values.flatMap((value) => blindIndexes(ctx.vault, tenantId, 'phone', value));
}
