import { Allow } from '@mycelium/kit/allow';
import { asSystem } from '@mycelium/kit/as-system';
import type { Context } from '@mycelium/kit/context';
import { part } from '@mycelium/kit/part';
import { Keeps } from '@mycelium/kit/read';
import { tokenHash } from '@mycelium/kit/token';
import { displayScopes } from '@mycelium/schema/permissions';
import { Arg, Ctx, Directive, Query, Resolver } from 'type-graphql';
import { holderOfKey } from '../api-key/holder-of-key.ts';
import { Display } from '../display/display.ts';
import { publicKeys } from '../session/signing-key.ts';
import { ViewerKind } from '../session/viewer.ts';
import { holderOfPinToken, holderOfStationToken } from '../station/holder-of-token.ts';
import { PIN_TOKEN } from '../station/sign-in.ts';
import { Credential } from './credential.ts';

const SCREEN_TOKEN = 'gg_screen_';
const STATION_TOKEN = 'gg_station_';

@Resolver()
class CredentialResolver {
  @Allow('gateway')
  @Directive('@inaccessible')
  @Keeps('the first key, where there is none')
  @Query(() => String, {
    description: 'The public keys that verify access tokens: a JWK set (RFC 7517) as JSON. For the gateway.',
  })
  async signingKeys(@Ctx() ctx: Context): Promise<string> {
    return JSON.stringify(await publicKeys(ctx));
  }

  @Allow('gateway')
  @Directive('@inaccessible')
  @Keeps('when a key was used last, and that somebody is still at a station')
  @Query(() => Credential, {
    nullable: true,
    description:
      'Whom the token of a screen or a station or an API key belongs to; null when it no longer works. For the gateway.',
  })
  async credential(@Arg('token', () => String) token: string, @Ctx() ctx: Context): Promise<Credential | undefined> {
    if (token.startsWith(STATION_TOKEN)) return holderOfStationToken(ctx, token);
    if (token.startsWith(PIN_TOKEN)) return holderOfPinToken(ctx, token);
    if (!token.startsWith(SCREEN_TOKEN)) return holderOfKey(ctx, token);
    const display = await asSystem(ctx).findOne(Display, { tokenHash: tokenHash(token), revokedAt: null });
    if (!display) return undefined;
    return { kind: ViewerKind.DISPLAY, id: display.id, tenantId: display.tenantId, scopes: [...displayScopes] };
  }
}

export const credentialPart = part(CredentialResolver);
