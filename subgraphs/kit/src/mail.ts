import { createTransport } from 'nodemailer';
import { z } from 'zod';

/** One e-mail to one person, as plain text and as HTML. */
export interface Email {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** The same for each try of the same e-mail, so that a mail server recognises a double. */
  messageId: string;
}

/** Hands e-mails to a mail server. */
export interface Mailer {
  /** Resolves when the server has taken the e-mail; throws a MailRefused when it never will. */
  send(message: Email): Promise<void>;
  close(): void;
}

/** The mail server said no for good (5xx); trying again would change nothing. */
export class MailRefused extends Error {}

export const mailVariables = {
  SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      error: 'is the mail server, like smtp://user:password@host:587 or smtps://host:465',
    })
    .optional(),
  MAIL_FROM: z.string().default('Mycelium <no-reply@mycelium.test>'),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'is where people reach us, like https://graph.example' }).optional(),
};

const TIMEOUT_MS = 10_000;

export function openMailer({ url, from }: { url: string; from: string }): Mailer {
  const transport = createTransport(
    {
      url,
      pool: true,
      maxConnections: 2,
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
    },
    { from },
  );
  return {
    async send({ messageId, ...message }) {
      try {
        await transport.sendMail({ ...message, messageId: `<${messageId}@mycelium>`, disableFileAccess: true });
      } catch (error) {
        if (isRefusal(error)) throw new MailRefused(error.message);
        throw error;
      }
    },
    close: () => transport.close(),
  };
}

function isRefusal(error: unknown): error is Error {
  if (!(error instanceof Error) || !('responseCode' in error)) return false;
  // 530 and 535 are about our own log-in, which an operator can repair.
  return Number(error.responseCode) >= 550;
}
