/** A tax by the classes of the items that it is for; none, and it is for all. */
interface Tax {
  taxClasses: readonly string[];
}

/** The taxes that items of a class have. */
export function taxesOn<Each extends Tax>(taxClass: string, taxes: readonly Each[]): Each[] {
  return taxes.filter(({ taxClasses }) => taxClasses.length === 0 || taxClasses.includes(taxClass));
}

/** Whether a business that has taxes has none on items of a class, which somebody may have forgotten. */
export function isUntaxed(taxClass: string, taxes: readonly Tax[]): boolean {
  return taxes.length > 0 && taxesOn(taxClass, taxes).length === 0;
}

/** The classes to choose from: those that taxes are for, the usual one, and its own. */
export function classesOf(taxClass: string, taxes: readonly Tax[]): string[] {
  return [...new Set(['STANDARD', ...taxes.flatMap(({ taxClasses }) => taxClasses), taxClass])];
}
