const REFUSED = '[aria-invalid="true"], [data-mistake]';
const FOCUSABLE = 'input:not(:disabled), select:not(:disabled), textarea:not(:disabled)';

/** The first field of a form that says that something is wrong with it. */
export function refusedField(form: HTMLFormElement | null): HTMLElement | undefined {
  return form?.querySelector<HTMLElement>(REFUSED) ?? undefined;
}

/** Brings the first refused field into sight and the cursor into it; else what is said of the whole form. */
export function showRefused(form: HTMLFormElement | null): void {
  const refused = refusedField(form);
  const target = refused ?? form?.querySelector<HTMLElement>('[role="alert"]');
  if (!target) return;
  const field = refused?.matches('[data-mistake]') ? groupOf(refused) : refused;
  field?.focus({ preventScroll: true });
  target.scrollIntoView({ block: 'center' });
}

/** The first choice of the group that a mistake stands in. */
function groupOf(mistake: HTMLElement): HTMLElement | null | undefined {
  return mistake.closest('fieldset, [role="group"], [role="radiogroup"]')?.querySelector<HTMLElement>(FOCUSABLE);
}
