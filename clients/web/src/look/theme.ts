import { createTheme, type MantineColorsTuple } from '@mantine/core';

const moss: MantineColorsTuple = [
  '#eff7f2',
  '#dcebe2',
  '#b8d7c5',
  '#8fc1a5',
  '#6dae8a',
  '#57a278',
  '#45966a',
  '#338057',
  '#276c48',
  '#1c5c40',
];

/** Greys with a little of the moss in them, so that dark surfaces belong together. */
const dark: MantineColorsTuple = [
  '#dfe3e0',
  '#b9c0bc',
  '#a3aba6',
  '#6d7570',
  '#343a36',
  '#2d332f',
  '#252a27',
  '#1e2220',
  '#191d1a',
  '#161917',
];

/** Sizes 12/14/16/20/28, spacing in steps of 4, small corners; the darkest shade as primary keeps the contrast at 4.5:1. */
export const theme = createTheme({
  colors: { moss, dark },
  primaryColor: 'moss',
  primaryShade: 9,
  autoContrast: true,
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '1rem', lg: '1.25rem', xl: '1.75rem' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '1.2' },
      h2: { fontSize: '1.25rem', lineHeight: '1.3' },
      h3: { fontSize: '1rem', lineHeight: '1.4' },
    },
  },
  spacing: { xs: '0.25rem', sm: '0.5rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // By their names, since every page loads the theme, and not every page a menu.
    Menu: { styles: { item: { minHeight: 40 } } },
    Notification: { styles: { description: { color: 'inherit' } } },
  },
});
