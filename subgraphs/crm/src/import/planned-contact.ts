import type { Vault } from '@mycelium/kit/vault';
import type { ContactFacts } from './contact-facts.ts';

/** What a row plans: what the contact is before, unless it is new, and after; and what is noted about it. */
export interface PlannedContact {
  before?: ContactFacts;
  after: ContactFacts;
  notes: string[];
}

/** As its row keeps it. */
export function sealPlan(vault: Vault, { before, after, notes }: PlannedContact): string {
  return vault.seal(JSON.stringify({ before, after, notes } satisfies PlannedContact));
}

export function openPlan(vault: Vault, sealed: string): PlannedContact {
  return JSON.parse(vault.open(sealed)) as PlannedContact;
}

/** A plan that stays sealed until somebody looks into it. */
export function sealedUntilSeen(vault: Vault, sealed: string): () => PlannedContact {
  let plan: PlannedContact | undefined;
  return () => {
    plan ??= openPlan(vault, sealed);
    return plan;
  };
}
