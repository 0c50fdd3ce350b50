/** What is typed into a form, over what the form began with. */
export interface Typed<Fields> {
  base: Fields;
  draft: Fields;
}

/** What was typed over something newer: untouched fields follow it, touched ones stay; tells which of those others have changed too. */
export function rebase<Fields extends object>(
  { base, draft }: Typed<Partial<Fields>>,
  newest: Fields,
): { draft: Fields; contested: (keyof Fields)[] } {
  const fields = Object.keys(newest) as (keyof Fields)[];
  const isTouched = (field: keyof Fields) =>
    field in draft && isAlike(draft[field], newest[field]) && differ(draft[field], base[field]);
  const touched = fields.filter(isTouched);
  return {
    draft: { ...newest, ...Object.fromEntries(touched.map((field) => [field, draft[field]])) },
    contested: touched.filter((field) => differ(newest[field], base[field]) && differ(newest[field], draft[field])),
  };
}

/** The fields that are not as the form began with them. */
export function changesIn<Fields extends object>({ base, draft }: Typed<Fields>): Partial<Fields> {
  const fields = Object.keys(draft) as (keyof Fields)[];
  const changed = fields.filter((field) => differ(draft[field], base[field]));
  return Object.fromEntries(changed.map((field) => [field, draft[field]])) as Partial<Fields>;
}

/** Empty texts count as absent. */
export function differ(one: unknown, other: unknown): boolean {
  return JSON.stringify(settled(one)) !== JSON.stringify(settled(other));
}

/** What was kept by an older console may have another shape. */
function isAlike(one: unknown, other: unknown): boolean {
  return other === null || (typeof one === typeof other && Array.isArray(one) === Array.isArray(other));
}

function settled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(settled);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, text]) => text !== '');
  return entries.sort(([one], [other]) => one.localeCompare(other)).map(([key, inner]) => [key, settled(inner)]);
}
