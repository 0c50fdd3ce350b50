/** What a client got. */
export interface Got {
  status: number;
  text: string;
}

const UNTOLD =
  /\bat \S+ \(.*:\d+:\d+\)|node_modules|\/subgraphs\/|\b(select|insert into|update|delete from) "?\w+|violates|duplicate key|invalid input syntax|Cannot read prop|is not a function|undefined/i;

/** What is wrong with an answer, whatever was asked: a fault of ours, or something that nobody outside should read. */
export function faultIn({ status, text }: Got): string | undefined {
  if (status >= 500) return `status ${status}`;
  let answer: { data?: unknown; errors?: { message?: unknown; extensions?: { code?: unknown } }[] };
  try {
    answer = JSON.parse(text);
  } catch {
    return 'no JSON';
  }
  if (status >= 400 && !answer.errors?.length) return `status ${status} without errors`;
  for (const { message, extensions } of answer.errors ?? []) {
    if (typeof message !== 'string' || typeof extensions?.code !== 'string') return 'an error without message or code';
    if (/INTERNAL/.test(extensions.code)) return extensions.code;
    if (UNTOLD.test(message)) return `told: ${message.slice(0, 200)}`;
  }
  return undefined;
}

/** The codes of an answer, for whoever wants to know how far the calls got. */
export function codesOf({ text }: Got): string[] {
  const found = [...text.matchAll(/"code":"(\w+)"/g)].map(([, code]) => code ?? '');
  return found.length > 0 ? [...new Set(found)] : ['data'];
}
