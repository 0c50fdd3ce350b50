import type { CSSVariablesResolver } from '@mantine/core';

const quiet = { '--mantine-color-dimmed': 'var(--quiet)', '--mantine-color-placeholder': 'var(--quiet)' };

/** The colours of `page.css` for what Mantine draws, so that errors and hints have contrast enough. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--mantine-color-error': 'var(--failed)' },
  light: quiet,
  dark: quiet,
});
