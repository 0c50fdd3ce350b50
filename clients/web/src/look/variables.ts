import type { CSSVariablesResolver } from '@mantine/core';

const colors = {
  '--mantine-color-dimmed': 'var(--quiet)',
  '--mantine-color-placeholder': 'var(--quiet)',
  '--mantine-color-error': 'var(--failed)',
};

/** The colours of `page.css` for what Mantine draws, so that errors and hints have contrast enough; Mantine sets its own for each scheme. */
export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: colors, dark: colors });
