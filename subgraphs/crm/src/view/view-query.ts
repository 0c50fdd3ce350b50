import { z } from 'zod';

const MOST = 2_000;
const NAME = /^[A-Za-z][A-Za-z0-9]{0,39}$/;

/**
 * The query of a list's address as it is kept: names and values, escaped in one way. What leads anywhere else (a path, a
 * scheme, another origin, a fragment) is none.
 */
export const viewQuerySchema = z.string().transform((text, check) => {
  const parameters = new URLSearchParams(text.trim());
  const query = parameters.toString();
  if (query.length > MOST) {
    check.addIssue({ code: 'too_big', maximum: MOST, origin: 'string', message: `At most ${MOST} characters` });
    return z.NEVER;
  }
  if (
    [...parameters.keys()].every((name) => NAME.test(name)) &&
    !/[\p{Cc}\ufffd]/u.test([...parameters.values()].join(''))
  )
    return query;
  check.addIssue({ code: 'custom', message: 'This is not the query of a list', params: { reason: 'WRONG_FORM' } });
  return z.NEVER;
});

/** The query with other tags in the place of these, and whether that is another one. */
export function withTag(query: string, isMeant: (tag: string) => boolean, name: string): string | undefined {
  const parameters = new URLSearchParams(query);
  const tag = parameters.get('tag');
  if (tag === null || !isMeant(tag)) return undefined;
  parameters.set('tag', name);
  return parameters.toString();
}
