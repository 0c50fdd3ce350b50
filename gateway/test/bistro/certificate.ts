import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { TlsFiles } from '../../src/http/tls.ts';

/** Writes a certificate for this machine, signed by itself, with its key. */
export async function writeCertificate({ certificate, key }: TlsFiles): Promise<void> {
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const files = ['-keyout', key, '-out', certificate];
  await promisify(execFile)('openssl', ['req', '-x509', '-days', '2', ...curve, ...subject, ...files]);
}
