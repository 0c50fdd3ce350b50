import { createServer } from 'node:net';
import { Refusal } from './progress.ts';

/** Refuses when nobody can listen there, before anything else is started. */
export function checkPort(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => reject(new Refusal(sentence(host, port, error))));
    server.listen(port, host, () => server.close(() => resolve()));
  });
}

function sentence(host: string, port: number, { code }: NodeJS.ErrnoException): string {
  if (code === 'EADDRINUSE')
    return `PORT: ${port} is taken on ${host}: stop what listens there, or choose another one: PORT=${port + 1} npm start.`;
  if (code === 'EACCES')
    return `PORT: this user may not listen on ${port}: choose one from 1024, for example PORT=4000.`;
  return `HOST: nobody can listen on ${host} here (${code}): choose 127.0.0.1 or an address of this machine.`;
}
