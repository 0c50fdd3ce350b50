import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { part } from '@mycelium/kit/part';
import { System } from '@mycelium/kit/transaction';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { logIn } from './log-in.ts';
import { logOut, refresh } from './refresh.ts';
import { replaceSigningKeys } from './rotate-keys.ts';
import { RefreshToken, Session, UserSession } from './session.ts';
import { SigningKey } from './signing-key.ts';
import { switchTenant } from './switch-tenant.ts';

@Resolver()
class SessionResolver {
  @System()
  @Mutation(() => Session, {
    description:
      'Logs a person in. A wrong password and an unknown address get the same answer; after five wrong ones the sixth has to wait.',
  })
  login(
    @Arg('email', () => String) email: string,
    @Arg('password', () => String) password: string,
    @Ctx() ctx: Context,
  ): Promise<Session> {
    return logIn(ctx, email, password);
  }

  @System()
  @Mutation(() => Session, {
    description:
      'A new pair of tokens for a refresh token. Repeated within 30 seconds, because the answer was lost, it returns the same refresh token again; one that was used earlier ends its whole session.',
  })
  refreshSession(@Arg('refreshToken', () => String) refreshToken: string, @Ctx() ctx: Context): Promise<Session> {
    return refresh(ctx, refreshToken);
  }

  @System()
  @Mutation(() => Boolean, { description: 'Ends the session of a refresh token; also true if it had already ended.' })
  logout(@Arg('refreshToken', () => String) refreshToken: string, @Ctx() ctx: Context): Promise<boolean> {
    return logOut(ctx, refreshToken);
  }

  @Allow('platform:admin')
  @System()
  @Mutation(() => ID, {
    description:
      'For an emergency: replaces the key that signs access tokens. Tokens of earlier keys stop working, and everyone who is logged in gets new ones with their refresh token. Returns the id of the key.',
  })
  rotateSigningKey(
    @Arg('reason', () => String, { description: 'Why, for the log.' }) reason: string,
    @Ctx() ctx: Context,
  ): Promise<string> {
    return replaceSigningKeys(ctx, reason);
  }

  @Allow()
  @System()
  @Mutation(() => Session, { description: 'A session for another of your tenants; platform staff may choose any.' })
  switchTenant(@Arg('tenantId', () => ID) tenantId: string, @Ctx() ctx: Context): Promise<Session> {
    return switchTenant(ctx, tenantId);
  }
}

export const sessionPart = part(UserSession, RefreshToken, SigningKey, SessionResolver);
