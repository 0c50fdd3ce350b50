import { readFile } from 'node:fs/promises';
import { Server } from 'node:https';
import { createSecureContext } from 'node:tls';
import type { Logger } from 'pino';
import { watchFile } from '../watch-file.ts';

/** The files of a certificate, with what leads to its authority, and of its key; both PEM. */
export interface TlsFiles {
  certificate: string;
  key: string;
}

interface Pair {
  cert: string;
  key: string;
}

/** What makes a server speak TLS. */
export interface Tls {
  pair: Pair;
  /** Gives a server what the files become; what is no pair is logged, and the old one stays. What is returned ends that. */
  renew(server: unknown): () => void;
}

/** Throws when the files are no certificate with its key. */
export async function openTls(files: TlsFiles, log: Logger): Promise<Tls> {
  const pair = await readPair(files);
  return {
    pair,
    renew(server) {
      if (!(server instanceof Server)) return () => {};
      const reread = () => {
        readPair(files).then(
          (next) => {
            server.setSecureContext(next);
            log.info('a new certificate is served');
          },
          (error: unknown) => log.error({ err: error }, 'a new certificate is not good; the old one stays'),
        );
      };
      const ends = [watchFile(files.certificate, pair.cert, reread, log), watchFile(files.key, pair.key, reread, log)];
      return () => {
        for (const end of ends) end();
      };
    },
  };
}

async function readPair({ certificate, key }: TlsFiles): Promise<Pair> {
  const [cert, secret] = await Promise.all([readFile(certificate, 'utf8'), readFile(key, 'utf8')]);
  const pair = { cert, key: secret };
  try {
    createSecureContext(pair);
  } catch (error) {
    throw new Error(`${certificate} and ${key} are no certificate with its key, both PEM: ${messageOf(error)}.`);
  }
  return pair;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
