import { documents } from '@mycelium/client-kit/build/documents-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precache } from './src/offline/precache.ts';

export default defineConfig({
  base: '/signage/',
  plugins: [documents(import.meta.dirname), react(), precache()],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { index: 'index.html', 'service-worker': 'src/offline/service-worker.ts' },
      output: {
        // The browser compares the worker at its one address.
        entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  server: { proxy: { '/graphql': { target: 'http://127.0.0.1:4000', ws: true } } },
});
