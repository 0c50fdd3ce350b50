/** A payload that fits a JSON Schema, to begin with: what is required, and the shape of what may be left out. */
export function exampleOf(schema: unknown): unknown {
  if (!isObject(schema)) return {};
  if ('default' in schema) return schema.default;
  if ('const' in schema) return schema.const;
  for (const list of [schema.examples, schema.enum]) if (Array.isArray(list) && list.length > 0) return list[0];
  for (const choices of [schema.anyOf, schema.oneOf]) if (Array.isArray(choices)) return exampleOf(choices[0]);
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'string') return textOf(schema);
  if (type === 'integer' || type === 'number') return numberOf(schema);
  if (type === 'boolean') return true;
  if (type === 'null') return null;
  if (type === 'array') return [exampleOf(schema.items)];
  const properties = isObject(schema.properties) ? schema.properties : {};
  return Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, exampleOf(each)]));
}

const formats: Record<string, string> = {
  email: 'somebody@example.com',
  uri: 'https://example.com',
  uuid: '019a0000-0000-7000-8000-000000000001',
  'date-time': '2026-11-21T12:00:00.000Z',
  date: '2026-11-21',
  time: '12:00:00',
};

function textOf({ format, minLength }: Record<string, unknown>): string {
  const known = typeof format === 'string' ? formats[format] : undefined;
  return known ?? 'text'.padEnd(typeof minLength === 'number' ? minLength : 0, ' text');
}

function numberOf({ minimum, exclusiveMinimum }: Record<string, unknown>): number {
  // The least of an integer in JSON Schema is the least safe one, which nobody means.
  if (typeof minimum === 'number' && minimum > 0) return minimum;
  return typeof exclusiveMinimum === 'number' && exclusiveMinimum > 0 ? exclusiveMinimum + 1 : 1;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
