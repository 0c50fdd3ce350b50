import { readFile } from 'node:fs/promises';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';

/** The programs of the demo that speak to us from this process believe the certificate that we were given, whoever signed it. */
export async function trust(certificate: string): Promise<void> {
  setDefaultCACertificates([...getCACertificates('default'), await readFile(certificate, 'utf8')]);
}
