import { EventEmitter, on } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { mailPage } from './page.ts';

/** A letter that came. */
export interface CaughtMail {
  to: string;
  subject: string;
  text: string;
  html: string;
  at: Date;
}

/** A mail server that keeps every letter instead of delivering it: real SMTP, for development and tests. */
export interface Mailbox {
  /** For SMTP_URL. */
  smtpUrl: string;
  /** A page that shows the letters, newest first. */
  pageUrl: string;
  /** The letters to an address, oldest first. */
  lettersTo(address: string): CaughtMail[];
  /** The first letter to an address that this function has not answered yet; waits for it to come. */
  next(address: string): Promise<CaughtMail>;
  /** Answers the next letter to an address with this SMTP code instead of taking it. */
  refuse(address: string, code: number): void;
  /** Does not answer the next letter to an address; resolves when it has come that far. What the sender does then is its own affair. */
  leaveWaiting(address: string): Promise<void>;
  close(): Promise<void>;
}

/** So that a process that runs for weeks does not keep them all. */
const KEPT = 500;
const HOST = '127.0.0.1';

export async function openMailbox({ smtpPort = 0, pagePort = 0 } = {}): Promise<Mailbox> {
  const letters: CaughtMail[] = [];
  const read = new WeakSet<CaughtMail>();
  const arrivals = new EventEmitter({ captureRejections: true }).setMaxListeners(0);
  const refusals = new Map<string, number>();
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
        const responseCode = refusals.get(refused);
        refusals.delete(refused);
        if (responseCode) return callback(Object.assign(new Error('As asked for'), { responseCode }));
        keep(Buffer.concat(chunks), recipients).then(() => callback(), callback);
      });
    },
  });
  smtp.on('error', () => undefined);

  async function keep(source: Buffer, recipients: readonly string[]): Promise<void> {
    const { subject = '', text = '', html = '' } = await PostalMime.parse(source);
    for (const to of recipients) letters.push({ to, subject, text, html, at: new Date() });
    letters.splice(0, letters.length - KEPT);
    arrivals.emit('letter');
  }

  const page = createServer((_request, response) => {
    response.setHeader('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'");
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(mailPage(letters.toReversed()));
  });
  await Promise.all([listen(smtp.server as Server, smtpPort), listen(page, pagePort)]);
  page.on('error', () => undefined);

  const take = (address: string) => letters.find((letter) => letter.to === address && !read.has(letter));
  return {
    smtpUrl: `smtp://${HOST}:${portOf(smtp.server as Server)}`,
    pageUrl: `http://${HOST}:${portOf(page)}`,
    lettersTo: (address) => letters.filter(({ to }) => to === address),
    async next(address) {
      const coming = on(arrivals, 'letter');
      for (let letter = take(address); ; letter = take(address)) {
        if (letter) {
          read.add(letter);
          await coming.return?.();
          return letter;
        }
        await coming.next();
      }
    },
    leaveWaiting: (address) => new Promise((resolve) => void silences.set(address, resolve)),
    refuse: (address, code) => void refusals.set(address, code),
    async close() {
      page.closeAllConnections();
      await Promise.all([
        new Promise<void>((resolve) => smtp.close(resolve)),
        new Promise((resolve) => page.close(resolve)),
      ]);
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
