import type { Binding, BoundVariable } from './binding.ts';
import { inputSchema, type JsonSchema, outputSchema } from './json-schema.ts';

const refusals: Record<string, string> = {
  400: 'Something in the request is not valid',
  401: 'No credential, or one that is not valid',
  403: 'The credential does not allow it',
  404: 'There is nothing here, or you may not see it',
  409: 'It has changed in the meantime',
  429: 'Too many requests; see Retry-After',
  503: 'Part of the platform is not available; try again',
};

interface About {
  version: string;
  /** Whether there is no login. */
  open: boolean;
}

const securitySchemes = {
  apiKey: { type: 'apiKey', in: 'header', name: 'X-API-Key' },
  bearer: { type: 'http', scheme: 'bearer' },
};

/** The OpenAPI 3.1 document of all bindings. */
export function openApiOf(bindings: readonly Binding[], { version, open }: About): JsonSchema {
  const schemas: Record<string, JsonSchema> = { Refusal: refusalSchema };
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const binding of bindings) {
    paths[binding.path] = { ...paths[binding.path], [binding.method.toLowerCase()]: operationOf(binding, schemas) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Mycelium', version, description: 'The graph, for programs that would rather use REST.' },
    ...(!open && { security: [{ apiKey: [] }, { bearer: [] }] }),
    paths,
    components: { schemas, ...(!open && { securitySchemes }) },
  };
}

function operationOf(binding: Binding, schemas: Record<string, JsonSchema>): JsonSchema {
  const { operation, summary, bound, result, fragments, kind } = binding;
  const parameters = bound.flatMap(({ source, type, isRequired }) =>
    source.in === 'body'
      ? []
      : [{ name: source.name, in: source.in, required: isRequired, schema: inputSchema(type, schemas) }],
  );
  const body = bodySchema(bound, schemas);
  const answer = outputSchema(result.type, result.selections, fragments);
  const possible = Object.entries(refusals).filter(([status]) => status !== '409' || kind === 'mutation');
  return {
    operationId: operation,
    summary,
    parameters,
    ...(body && { requestBody: { required: true, content: json(body) } }),
    responses: {
      200: { description: 'Done', content: json(answer) },
      ...Object.fromEntries(
        possible.map(([status, description]) => [
          status,
          { description, content: json({ $ref: '#/components/schemas/Refusal' }) },
        ]),
      ),
    },
  };
}

function bodySchema(bound: readonly BoundVariable[], schemas: Record<string, JsonSchema>): JsonSchema | undefined {
  const parts = bound.flatMap(({ source, type, isRequired }) =>
    source.in === 'body' ? [{ name: source.name, schema: inputSchema(type, schemas), isRequired }] : [],
  );
  const whole = parts.find(({ name }) => name === undefined);
  if (whole) return whole.schema;
  if (parts.length === 0) return undefined;
  return {
    type: 'object',
    properties: Object.fromEntries(parts.map(({ name, schema }) => [name, schema])),
    required: parts.filter(({ isRequired }) => isRequired).map(({ name }) => name),
  };
}

const refusalSchema: JsonSchema = {
  type: 'object',
  required: ['errors'],
  properties: {
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['message', 'extensions'],
        properties: {
          message: { type: 'string' },
          extensions: { type: 'object', required: ['code'], properties: { code: { type: 'string' } } },
        },
      },
    },
  },
};

function json(schema: JsonSchema): JsonSchema {
  return { 'application/json': { schema } };
}
