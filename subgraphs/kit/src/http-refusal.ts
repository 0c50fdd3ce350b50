import type { FastifyError, FastifyRequest } from 'fastify';

type Refused = Pick<FastifyRequest, 'url' | 'method' | 'headers' | 'routeOptions'>;

interface Refusal {
  status: number;
  message: string;
  code: string;
}

/** What a request is told that the router or one of its plug-ins refuses: what is wrong with it, in our words where theirs do not say it. */
export function refusalOf(error: FastifyError, request: Refused): Refusal {
  const { statusCode: status = 400 } = error;
  // A file outside the folder that is served: there is none, whatever lies there.
  if (status === 403) return { status: 404, message: nothingAt(request.url), code: 'NOT_FOUND' };
  return { status, message: messages[error.code]?.(request) ?? error.message, code: 'BAD_REQUEST' };
}

/** Says that no route takes an address. */
export function nothingAt(url: string): string {
  return `There is no ${url.split('?', 1)[0]?.slice(0, 200)} here.`;
}

const messages: Partial<Record<string, (request: Refused) => string>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: ({ routeOptions: { bodyLimit } }) =>
    `The body is too large; it may have ${Math.floor(bodyLimit / 1024)} KB.`,
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ({ headers }) =>
    headers['content-type'] === undefined
      ? 'The header "Content-Type" is missing; send JSON as "application/json".'
      : 'A body of this Content-Type is not understood here; send JSON as "application/json".',
  FST_ERR_CTP_EMPTY_TYPE: () => 'The header "Content-Type" is missing; send JSON as "application/json".',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () => 'The body is not as long as "Content-Length" says.',
};
