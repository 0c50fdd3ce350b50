import { Ajv, type ErrorObject, type Options } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { RE2JS } from 're2js';
import { z } from 'zod';
import { limitTime } from './limit-time.ts';

/** What a payload has that its schema does not allow, or nothing. */
export type CheckPayload = (payload: unknown) => ErrorObject | undefined;

const MOST_LEVELS = 32;
const COMPILED_WITHIN_MS = 1_000;

/** Keywords that lead to schemas elsewhere, or to one that is known only while a payload is checked. */
const refusedKeywords = ['$dynamicRef', '$dynamicAnchor', '$recursiveRef', '$recursiveAnchor', '$async'];

const formats = [
  ...[
    'email',
    'uri',
    'uri-reference',
    'uuid',
    'guid',
    'date-time',
    'date',
    'time',
    'duration',
    'hostname',
    'ipv4',
    'ipv6',
  ],
  ...['mac', 'cidr', 'cidr-v6', 'base64', 'base64url', 'e164', 'credit_card', 'iban', 'jwt', 'emoji', 'nanoid', 'cuid'],
  ...['cuid2', 'ulid', 'xid', 'ksuid'],
];
const forms = new Map<string, z.ZodType>();
/** What has a form is short, whichever form it is. */
const MOST_OF_A_FORMAT = 2_048;

/** Expressions of tenants run in time that grows with the text alone; what this engine cannot do, such as looking back, it refuses. */
const regExp = Object.assign((pattern: string) => RE2JS.compile(RE2JS.translateRegExp(pattern)), {
  code: 'linear expressions are not written out',
});

const options: Options = {
  strict: false,
  logger: false,
  // A payload has what it brings, not what every object has.
  ownProperties: true,
  // A part that is referred to often is compiled once.
  inlineRefs: false,
  code: { regExp },
};

/** Judges whether a schema is one; each is made once, and keeps nothing of the schemas that it judges. */
const judges = new Map<typeof Ajv | typeof Ajv2020, Ajv>();

/** Makes the check of a tenant's JSON Schema; throws what is wrong with it, for the person who registers it. */
export function compileSchema(given: Record<string, unknown>): CheckPayload {
  checkShape(given);
  const { $schema, $id: _, ...schema } = given;
  const dialect = typeof $schema === 'string' && /draft-0[4-7]/.test($schema) ? Ajv : Ajv2020;
  const judge = judges.get(dialect) ?? new dialect(options);
  judges.set(dialect, judge);
  if (!judge.validateSchema(schema)) throw new Error(judge.errorsText(judge.errors, { dataVar: 'it' }));
  // Each schema has an Ajv of its own, since one that was stopped at its work cannot be trusted with another schema.
  const compiler = new dialect({ ...options, meta: false, validateSchema: false });
  for (const name of formats) compiler.addFormat(name, { type: 'string', validate: hasFormat(name) });
  const validate = limitTime(COMPILED_WITHIN_MS, () =>
    endingAtAll(() => {
      const made = compiler.compile(schema);
      made({});
      return made;
    }),
  );
  return (payload) => (validate(payload) ? undefined : validate.errors?.[0]);
}

/** A schema that refers to nothing but itself never comes to an end, when it is compiled or when it is asked. */
function endingAtAll<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw error instanceof RangeError ? new Error('a $ref leads back to where it stands') : error;
  }
}

function hasFormat(name: string): (text: string) => boolean {
  const form = forms.get(name) ?? z.fromJSONSchema({ type: 'string', format: name as 'email' });
  forms.set(name, form);
  return (text) => text.length <= MOST_OF_A_FORMAT && form.safeParse(text).success;
}

function checkShape(schema: Record<string, unknown>): void {
  const open: { value: unknown; level: number }[] = [{ value: schema, level: 1 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, level } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (level > MOST_LEVELS) throw new Error(`it has more than ${MOST_LEVELS} levels`);
    for (const [key, inner] of Object.entries(value)) {
      if (refusedKeywords.includes(key)) throw new Error(`${key} is not supported`);
      if (key === '$ref' && typeof inner === 'string' && !inner.startsWith('#'))
        throw new Error('a $ref leads to parts of the same schema alone');
      open.push({ value: inner, level: level + 1 });
    }
  }
}
