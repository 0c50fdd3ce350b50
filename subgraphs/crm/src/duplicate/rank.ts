/** How sure it is that two contacts are one. */
export enum DuplicateRank {
  DUPLICATE = 'DUPLICATE',
  LIKELY = 'LIKELY',
  SHARED = 'SHARED',
}

/** What speaks for two contacts being one. */
export interface Evidence {
  /** The same mailbox that is no office's. */
  sameMail: boolean;
  samePhone: boolean;
  /** How alike their names are without accents: 0 to 1, the share of common trigrams. */
  likeness: number;
  /** How many others have such a name. */
  namesakes: number;
  /** Whether both are people, or both organisations. */
  sameKind: boolean;
}

/** Names as alike as "Ana Muñoz" and "Munoz, Ana"; one in two words is different where they are less. */
const ALIKE = 0.5;
/** Without any other evidence a name must be nearly the same. */
const NEARLY_EQUAL = 0.8;
/** A name that more have is nobody's own. */
const FREQUENT = 3;

/** What two contacts are to each other; undefined where nothing says that they are one. A line or a mailbox that several people share makes them no one person. */
export function rankOf({ sameMail, samePhone, likeness, namesakes, sameKind }: Evidence): DuplicateRank | undefined {
  if ((sameMail || samePhone) && likeness >= ALIKE) return sameKind ? DuplicateRank.DUPLICATE : DuplicateRank.LIKELY;
  if (sameMail && samePhone) return DuplicateRank.LIKELY;
  if (sameMail || samePhone) return DuplicateRank.SHARED;
  return likeness >= NEARLY_EQUAL && sameKind && namesakes <= FREQUENT ? DuplicateRank.LIKELY : undefined;
}
