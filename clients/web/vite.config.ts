import { documents } from '@mycelium/client-kit/build/documents-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precache } from './src/station/offline/precache.ts';

/** What the page asks for by itself, before it shows anything. */
const atStart: '$initial'[] = ['$initial'];

/** Few files that change seldom, beside one small file per page. What the login page needs is apart, since everybody waits for it. */
const groups = [
  { name: 'base', tags: atStart, test: /node_modules/ },
  // Not what the page names, or it would have no file to begin with.
  { name: 'front', tags: atStart, test: (id: string) => !/main\.tsx|index\.html|station-worker/.test(id) },
  { name: 'router', test: /node_modules\/(react-router|cookie)\// },
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
  plugins: [documents(import.meta.dirname), react(), precache()],
  build: {
    target: 'baseline-widely-available',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Says which files a page needs; the check of the first load reads it.
    manifest: true,
    rolldownOptions: {
      input: { index: 'index.html', 'station-worker': 'src/station/offline/station-worker.ts' },
      output: {
        codeSplitting: { groups },
        // The browser compares the worker at its one address.
        entryFileNames: ({ name }) => (name === 'station-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
});
