/** What goes out with a call. */
export type SentBody =
  | { json: unknown }
  /** Nested names are written with brackets, `metadata[order]=1`; pairs are written as they are, in their order. */
  | { form: Record<string, unknown> | readonly (readonly [string, string])[] }
  | { text: string; type: string }
  | { bytes: Uint8Array; type: string };

/** A body as bytes, with its type. */
export function encodeBody(body: SentBody): { type: string; bytes: string | Uint8Array } {
  if ('json' in body) return { type: 'application/json', bytes: JSON.stringify(body.json) };
  if ('text' in body) return { type: body.type, bytes: body.text };
  if ('bytes' in body) return { type: body.type, bytes: body.bytes };
  const pairs = isPairs(body.form) ? body.form : [...pairsOf(body.form)];
  const form = new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, value]));
  return { type: 'application/x-www-form-urlencoded', bytes: form.toString() };
}

function isPairs(form: object): form is readonly (readonly [string, string])[] {
  return Array.isArray(form);
}

/** What is undefined is left out; null is the empty text, by which vendors take a value away. */
function* pairsOf(value: unknown, name = ''): Generator<[string, string]> {
  if (value === undefined) return;
  if (typeof value !== 'object' || value === null) {
    yield [name, value === null ? '' : String(value)];
    return;
  }
  if (value instanceof Date) {
    yield [name, value.toISOString()];
    return;
  }
  for (const [key, inner] of Object.entries(value)) yield* pairsOf(inner, name ? `${name}[${key}]` : key);
}
