import type { IncomingHttpHeaders } from 'node:http';
import { GraphQLError } from 'graphql';

/** Headers that a page of another site cannot send without asking first (a preflight), which we do not grant. */
const proofs = ['apollo-require-preflight', 'x-apollo-operation-name', 'x-api-key', 'authorization'];

/** Content types that a form or a script of any site may post. */
const simpleTypes = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'];

/** Throws when a browser could have sent this on behalf of another site; tools, which are no browsers, need no special header. */
export function refuseForgery(method: string, headers: IncomingHttpHeaders): void {
  if (proofs.some((name) => headers[name])) return;
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type && !simpleTypes.includes(type)) return;
  if (method === 'GET' && !isFromElsewhere(headers)) return;
  throw new GraphQLError(
    `This request could have been sent by another site (CSRF). Send "content-type: application/json" or a value for ${proofs[0]}.`,
    { extensions: { code: 'BAD_REQUEST', reason: 'FORGERY' } },
  );
}

/** Browsers tell where a request comes from, and a page cannot make them lie; a GET of the same origin carries no `Origin`. */
function isFromElsewhere({ 'sec-fetch-site': site, origin, host }: IncomingHttpHeaders): boolean {
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  return origin !== undefined && !(URL.canParse(origin) && new URL(origin).host === host);
}
