import type { Dispatcher, Pool } from 'undici';

export interface Reply {
  status: number;
  text: string;
  headers: Record<string, string | string[] | undefined>;
}

/** The time is up. */
export class TooLate extends Error {}

/** One exchange over HTTP, with the whole answer as text; rejects when there is none, or not in time. undici's plain handler costs a fraction of its streams. */
export function send(pool: Pool, request: Dispatcher.DispatchOptions, timeoutMs: number): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let controller: Dispatcher.DispatchController | undefined;
    let status = 0;
    let headers: Reply['headers'] = {};
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      controller?.abort(new TooLate());
      reject(new TooLate());
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
      onResponseData(_controller, chunk) {
        chunks.push(chunk);
      },
      onResponseEnd() {
        clearTimeout(timer);
        const [first] = chunks;
        const body = first && chunks.length === 1 ? first : Buffer.concat(chunks);
        resolve({ status, headers, text: body.toString() });
      },
      onResponseError(_controller, error) {
        clearTimeout(timer);
        reject(error);
      },
    });
  });
}
