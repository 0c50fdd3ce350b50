import { documents } from '@mycelium/client-kit/build/documents-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Few files that change seldom, beside one small file per page. */
const groups = [
  { name: 'base', test: /node_modules\/(react|react-dom|scheduler|react-router|i18next|react-i18next|cookie)\// },
  {
    name: 'look',
    test: /node_modules\/(@mantine\/(?!charts)|@floating-ui|clsx|react-remove-scroll|react-textarea-autosize)/,
  },
  {
    name: 'graph',
    test: /node_modules\/(@urql|urql|wonka|@0no-co|graphql|graphql-ws)\/|client-kit|clients\/kit/,
  },
  // Only the pages that draw load it; it stands behind what it shares with all pages.
  {
    name: 'charts',
    test: /node_modules\/(@mantine\/charts|recharts|victory-vendor|d3-|@reduxjs|redux|react-redux|immer|reselect)/,
  },
  {
    name: 'console',
    test: /\/src\/(look|session|shell|words\/(words|LanguageChoice|text-in)|money|graph)\b/,
    minShareCount: 2,
  },
];

export default defineConfig({
  base: '/app/',
  plugins: [documents(import.meta.dirname), react()],
  build: {
    target: 'baseline-widely-available',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
});
