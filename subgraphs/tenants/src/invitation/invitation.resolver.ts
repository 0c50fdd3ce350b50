import { Allow } from '@mycelium/kit/allow';
import { systemOf } from '@mycelium/kit/as-system';
import type { Context } from '@mycelium/kit/context';
import { PageArgs, page } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { loadAll } from '@mycelium/kit/reference';
import { System } from '@mycelium/kit/transaction';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Mail, MailState } from '../mail/mail.ts';
import { Session } from '../session/session.ts';
import { Tenant } from '../tenant/tenant.ts';
import { User } from '../user/user.ts';
import { acceptInvitation, offerOf } from './accept.ts';
import {
  Invitation,
  InvitationOffer,
  InvitationPage,
  InvitationStatus,
  InviteMemberInput,
  statusOf,
} from './invitation.ts';
import { inviteMember, resendInvitation, revokeInvitation } from './invite.ts';

@Resolver(() => Invitation)
class InvitationResolver {
  @Query(() => InvitationOffer, {
    nullable: true,
    description: 'What the token of a link invites to, without logging in; null if it no longer works.',
  })
  invitation(@Arg('token', () => String) token: string, @Ctx() ctx: Context): Promise<InvitationOffer | undefined> {
    return offerOf(ctx, token);
  }

  @Allow('people:write')
  @Mutation(() => Invitation, {
    description:
      'Invites an address by an e-mail with a link, which works once within 7 days. An address that is already invited keeps its link and gets no second e-mail; a different role or name replaces the previous one.',
  })
  inviteMember(
    @Arg('input', () => InviteMemberInput) input: InviteMemberInput,
    @Ctx() ctx: Context,
  ): Promise<Invitation> {
    return inviteMember(ctx, input);
  }

  @Allow('people:write')
  @Mutation(() => Invitation, {
    description: 'Sends a new link, which works for another 7 days; the previous one no longer works.',
  })
  resendInvitation(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Invitation> {
    return resendInvitation(ctx, id);
  }

  @Allow('people:write')
  @Mutation(() => Invitation, { description: 'Withdraws an invitation; its link no longer works.' })
  revokeInvitation(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Invitation> {
    return revokeInvitation(ctx, id);
  }

  @System()
  @Mutation(() => Session, {
    description:
      'Makes the invited person a member and logs them in. A new person gives a name and a password; somebody with an account is already logged in with that address, or gives its password.',
  })
  acceptInvitation(
    @Arg('token', () => String) token: string,
    @Ctx() ctx: Context,
    @Arg('name', () => String, { nullable: true }) name?: string,
    @Arg('password', () => String, { nullable: true }) password?: string,
  ): Promise<Session> {
    return acceptInvitation(ctx, token, { name: name ?? undefined, password: password ?? undefined });
  }

  @FieldResolver(() => InvitationStatus)
  status(@Root() invitation: Invitation): InvitationStatus {
    return statusOf(invitation);
  }

  @FieldResolver(() => MailState, { nullable: true, description: 'The state of its e-mail.' })
  async mail(@Root() { mail }: Invitation, @Ctx() ctx: Context): Promise<MailState | undefined> {
    return mail && (await loadAll(ctx, Mail, [mail.id]))[0]?.state;
  }

  @FieldResolver(() => User, { nullable: true, description: 'Who sent the invitation; null for an API client.' })
  async invitedBy(@Root() { invitedBy }: Invitation, @Ctx() ctx: Context): Promise<User | undefined> {
    return invitedBy && (await loadAll(systemOf(ctx), User, [invitedBy.id]))[0];
  }
}

@Resolver(() => Tenant)
class TenantInvitationsResolver {
  @Allow('people:read')
  @FieldResolver(() => InvitationPage, { description: 'Current and past invitations, newest first.' })
  invitations(
    @Root() tenant: Tenant,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
  ): Promise<InvitationPage> {
    return page(ctx, Invitation, { tenantId: tenant.id }, { first, after }, { id: 'desc' });
  }
}

export const invitationPart = part(Invitation, InvitationResolver, TenantInvitationsResolver);
