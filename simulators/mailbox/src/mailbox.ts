import { EventEmitter, on } from 'node:events';
import type { AddressInfo, Server } from 'node:net';
import { openFrame } from '@mycelium/frame/frame';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { z } from 'zod';
import { mailPage } from './page.ts';

/** An e-mail that came. */
export interface CaughtMail {
  to: string;
  subject: string;
  text: string;
  html: string;
  at: Date;
}

/** A mail server that keeps every e-mail instead of delivering it: real SMTP, for development and tests. */
export interface Mailbox {
  /** For SMTP_URL. */
  smtpUrl: string;
  /** A page that shows the e-mails, newest first. */
  pageUrl: string;
  /** The e-mails to an address, oldest first. */
  emailsTo(address: string): CaughtMail[];
  /** The first e-mail to an address that this function has not answered yet; waits for it to come. */
  next(address: string): Promise<CaughtMail>;
  /** Answers the next e-mails to an address, one unless given, with this SMTP code instead of taking them. */
  refuse(address: string, code: number, times?: number): void;
  /** Does not answer the next e-mail to an address; resolves when it has come that far. What the sender does then is its own affair. */
  leaveWaiting(address: string): Promise<void>;
  close(): Promise<void>;
}

/** So that a process that runs for weeks does not keep them all. */
const KEPT = 500;
const HOST = '127.0.0.1';

interface MailboxOptions {
  smtpPort?: number;
  pagePort?: number;
  /** What time it is there. */
  now?: () => Date;
}

const refusalSchema = z.object({
  address: z.email(),
  code: z.coerce.number().int().min(400).max(599),
  times: z.coerce.number().int().min(1),
});

export async function openMailbox({ smtpPort = 0, pagePort, now }: MailboxOptions = {}): Promise<Mailbox> {
  const frame = openFrame({ now });
  const emails: CaughtMail[] = [];
  const read = new WeakSet<CaughtMail>();
  const arrivals = new EventEmitter({ captureRejections: true }).setMaxListeners(0);
  const refusals = new Map<string, { code: number; times: number }>();
  const silences = new Map<string, () => void>();

  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onAuth: (_auth, _session, callback) => callback(null, { user: 'anybody' }),
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        const silence = recipients.find((address) => silences.has(address)) ?? '';
        const fallSilent = silences.get(silence);
        silences.delete(silence);
        if (fallSilent) return fallSilent();
        const refused = recipients.find((address) => refusals.has(address)) ?? '';
        const refusal = refusals.get(refused);
        if (refusal) {
          refuse(refused, refusal.code, refusal.times - 1);
          return callback(Object.assign(new Error('As asked for'), { responseCode: refusal.code }));
        }
        keep(Buffer.concat(chunks), recipients).then(() => callback(), callback);
      });
    },
  });
  smtp.on('error', () => undefined);

  async function keep(source: Buffer, recipients: readonly string[]): Promise<void> {
    const { subject = '', text = '', html = '' } = await PostalMime.parse(source);
    for (const to of recipients) emails.push({ to, subject, text, html, at: frame.clock.now() });
    emails.splice(0, emails.length - KEPT);
    arrivals.emit('e-mail');
  }

  function refuse(address: string, code: number, times = 1): void {
    if (times > 0) refusals.set(address, { code, times });
    else refusals.delete(address);
  }

  await listen(smtp.server as Server, smtpPort);
  const page = await frame.serve({
    name: `Mailbox (mail of this installation)`,
    port: pagePort,
    routes: {},
    content: () => mailPage(emails.toReversed()),
    actions: {
      'Refuse the next e-mails': {
        fields: { address: 'owner@las-reinas.test', code: '550', times: '1' },
        run(fields) {
          const { address, code, times } = refusalSchema.parse(fields);
          refuse(address, code, times);
        },
      },
    },
  });

  const take = (address: string) => emails.find((message) => message.to === address && !read.has(message));
  return {
    smtpUrl: `smtp://${HOST}:${portOf(smtp.server as Server)}`,
    pageUrl: page.url,
    emailsTo: (address) => emails.filter(({ to }) => to === address),
    async next(address) {
      const coming = on(arrivals, 'e-mail');
      for (let message = take(address); ; message = take(address)) {
        if (message) {
          read.add(message);
          await coming.return?.();
          return message;
        }
        await coming.next();
      }
    },
    leaveWaiting: (address) => new Promise((resolve) => void silences.set(address, resolve)),
    refuse,
    async close() {
      await Promise.all([new Promise<void>((resolve) => smtp.close(resolve)), page.close()]);
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, resolve);
  });
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;
