import type { Complete, Completion } from './completion.ts';
import type { Data } from './run.ts';

/** Gives an object what the client selected of it, in its order; undefined when it has to be null. */
export type Shape = (value: Data, completion: Completion) => Data | undefined;

export interface Field {
  key: string;
  /** Where its answer is. */
  from: string;
  isInherited: boolean;
  isRequired: boolean;
  complete: Complete;
}

/**
 * Completes these fields into an object. The code is generated, so that the engine knows the layout of the object and
 * which function completes which field; assigning one key after the other in a loop takes four times as long.
 */
export function compileObject(fields: readonly Field[]): Shape {
  const steps = fields.map(({ key, from, isInherited, isRequired }, index) => {
    const place = JSON.stringify(from);
    const given = isInherited ? `Object.hasOwn(value, ${place}) ? value[${place}] : undefined` : `value[${place}]`;
    const otherwise = isRequired ? 'return undefined' : `value${index} = null`;
    return `let value${index} = complete${index}(${given}, completion, ${JSON.stringify(key)});
      if (value${index} === undefined) ${otherwise};`;
  });
  const entries = fields.map(({ key }, index) => `${literal(key)}: value${index}`);
  const make = new Function(
    ...fields.map((_, index) => `complete${index}`),
    `return (value, completion) => { ${steps.join('\n')} return { ${entries.join(', ')} }; };`,
  ) as (...completes: Complete[]) => Shape;
  return make(...fields.map(({ complete }) => complete));
}

/** Plainly this key would set the prototype. */
function literal(key: string): string {
  return key === '__proto__' ? '["__proto__"]' : JSON.stringify(key);
}
