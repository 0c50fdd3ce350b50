import type { IncomingMessage } from 'node:http';

export const NAME_A_HOST = 'The header "Host" must name one host.';

/** Whether a request says to whom it goes, and says it once: of two hosts a proxy before us may have taken the other one. */
export function namesHost({ headers, rawHeaders }: IncomingMessage): boolean {
  const hosts = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host');
  return hosts.length === 1 && isHost(headers.host);
}

function isHost(text = ''): boolean {
  return /^[^\s/?#@\\]+$/.test(text) && URL.canParse(`http://${text}`);
}
