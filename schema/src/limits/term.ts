/** Coerced. */
export type Variables = Readonly<Record<string, unknown>>;

/** A number that is the same for every request, or that the variables of a request decide. */
export type Term = number | ((variables: Variables) => number);

export function evaluate(term: Term, variables: Variables): number {
  return typeof term === 'number' ? term : term(variables);
}

/** Adds up; what is fixed is added now. */
export function sum(terms: readonly Term[]): Term {
  const fixed = terms.reduce<number>((total, term) => total + (typeof term === 'number' ? term : 0), 0);
  const open = terms.filter((term) => typeof term !== 'number');
  if (open.length === 0) return fixed;
  return (variables) => {
    let total = fixed;
    for (const term of open) total += term(variables);
    return total;
  };
}

export function product(one: Term, other: Term): Term {
  if (typeof one === 'number' && typeof other === 'number') return one * other;
  return (variables) => evaluate(one, variables) * evaluate(other, variables);
}
