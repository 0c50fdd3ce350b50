import type { Context } from '@mycelium/kit/context';
import { part } from '@mycelium/kit/part';
import { System } from '@mycelium/kit/transaction';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { PasswordReset } from './password-reset.ts';
import { requestPasswordReset, resetPassword } from './reset-password.ts';

@Resolver()
class PasswordResetResolver {
  @System()
  @Mutation(() => Boolean, {
    description:
      'Sends an e-mail with a link to choose a new password, if somebody has this address; always true. At most three e-mails in a quarter of an hour.',
  })
  requestPasswordReset(@Arg('email', () => String) email: string, @Ctx() ctx: Context): Promise<boolean> {
    return requestPasswordReset(ctx, email);
  }

  @System()
  @Mutation(() => Boolean, {
    description:
      'Sets a new password with the token of the link, once within 30 minutes; all sessions end. At least 12 characters, and not easily guessed.',
  })
  resetPassword(
    @Arg('token', () => String) token: string,
    @Arg('password', () => String) password: string,
    @Ctx() ctx: Context,
  ): Promise<boolean> {
    return resetPassword(ctx, token, password);
  }
}

export const passwordResetPart = part(PasswordReset, PasswordResetResolver);
