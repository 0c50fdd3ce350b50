import type { Dispatcher } from 'undici';

export interface Reply {
  status: number;
  text: string;
  headers: Record<string, string | string[] | undefined>;
}

/** The largest answer that is read; a larger one is abandoned. */
const MOST_BYTES = 64 * 1024 * 1024;

/** The time is up. */
export class TooLate extends Error {}

/** Says that nothing went out, since there was no connection. */
export class NotSent extends Error {}

/** One exchange over HTTP, with the whole answer as text; rejects when there is none, or not in time. undici's plain handler costs a fraction of its streams. */
export function send(
  pool: Pick<Dispatcher, 'dispatch'>,
  request: Dispatcher.DispatchOptions,
  timeoutMs: number,
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    let controller: Dispatcher.DispatchController | undefined;
    let status = 0;
    let headers: Reply['headers'] = {};
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      controller?.abort(new TooLate());
      reject(controller ? new TooLate() : new NotSent('no connection was free in time'));
    }, timeoutMs);

    pool.dispatch(request, {
      onRequestStart(started) {
        controller = started;
        if (isLate) started.abort(new TooLate());
      },
      onResponseStart(_controller, code, told) {
        status = code;
        headers = told;
      },
      onResponseData(receiving, chunk) {
        chunks.push(chunk);
        bytes += chunk.length;
        if (bytes > MOST_BYTES) receiving.abort(new Error('The answer is too large.'));
      },
      onResponseEnd() {
        clearTimeout(timer);
        const [first] = chunks;
        const body = first && chunks.length === 1 ? first : Buffer.concat(chunks);
        resolve({ status, headers, text: body.toString() });
      },
      onResponseError(_controller, error) {
        clearTimeout(timer);
        reject(controller ? error : new NotSent(error.message, { cause: error }));
      },
    });
  });
}
