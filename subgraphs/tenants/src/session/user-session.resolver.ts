import { Allow } from '@mycelium/kit/allow';
import { systemOf } from '@mycelium/kit/as-system';
import type { Context } from '@mycelium/kit/context';
import { PageArgs, page } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { System } from '@mycelium/kit/transaction';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import { deviceName } from './device.ts';
import { endOwnSession, endSessions, personOf } from './end-sessions.ts';
import { UserSession, UserSessionPage } from './session.ts';
import { ViewerAnswer, ViewerKind } from './viewer.ts';

@Resolver(() => UserSession)
class UserSessionResolver {
  @Allow()
  @System()
  @Mutation(() => UserSession, { description: 'Ends one of your own sessions, immediately.' })
  revokeSession(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<UserSession> {
    return endOwnSession(ctx, id);
  }

  @Allow()
  @System()
  @Mutation(() => Int, {
    description: 'Ends all of your sessions except the current one, in every tenant; returns how many.',
  })
  revokeOtherSessions(@Ctx() ctx: Context): Promise<number> {
    return endSessions(ctx, { userId: personOf(ctx), except: ctx.viewer.sessionId });
  }

  @FieldResolver(() => String, { nullable: true, description: 'For example "Firefox on Linux", if it says so.' })
  device(@Root() session: UserSession): string | undefined {
    return deviceName(session.userAgent);
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is the session of this request.' })
  isCurrent(@Root() session: UserSession, @Ctx() { viewer }: Context): boolean {
    return session.id === viewer.sessionId;
  }
}

@Resolver(() => ViewerAnswer)
class ViewerSessionsResolver {
  @FieldResolver(() => UserSessionPage, {
    nullable: true,
    description: 'Where you are logged in, newest first; null for screens and API clients.',
  })
  async sessions(
    @Root() viewer: ViewerAnswer,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
  ): Promise<UserSessionPage | undefined> {
    if (viewer.kind !== ViewerKind.USER) return undefined;
    const open = { user: viewer.id, revokedAt: null, expiresAt: { $gt: new Date() } };
    return page(systemOf(ctx), UserSession, open, { first, after }, { id: 'desc' });
  }
}

export const userSessionPart = part(ViewerSessionsResolver, UserSessionResolver);
