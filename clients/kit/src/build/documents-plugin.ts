import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Plugin } from 'vite';
import { type ClientDocument, documentCall, documentsOf, listOf } from './client-documents.ts';

/** The one way to import what makes a document, so that nothing else of the generated code is ever loaded. */
const generatedImport = /^import \{ graphql \} from '[./]+\/generated\/gql\.ts';$/m;

/**
 * Makes each `graphql(…)` of a client that document alone, where it stands: a page brings its own documents and no other's, and the
 * generated code is types. What the gateway would refuse, since it is not registered as it reads now, does not build.
 */
export function documents(client: string): Plugin {
  let known: Map<string, ClientDocument> | undefined;
  return {
    name: 'documents',
    enforce: 'pre',
    // A fragment may read otherwise now.
    watchChange() {
      known = undefined;
    },
    transform: {
      filter: { code: 'generated/gql.ts' },
      handler(code, id) {
        if (!id.startsWith(join(client, 'src/'))) return;
        known ??= new Map(documentsOf(client).map((document) => [document.source, document]));
        const { text, used } = withDocuments(code, known);
        const registered: Record<string, string> = JSON.parse(readFileSync(listOf(client), 'utf8'));
        for (const { operation, files } of used) {
          if (operation && !registered[operation.id])
            throw new Error(
              `${operation.name} is not registered as it reads now: run npm run generate. It is in ${relative(client, id)}.`,
            );
          for (const file of files) this.addWatchFile(file);
        }
        return { code: text, map: null };
      },
    },
  };
}

/** The same lines, with documents in the place of texts. */
function withDocuments(code: string, known: ReadonlyMap<string, ClientDocument>) {
  const used: ClientDocument[] = [];
  const text = code
    .replace(generatedImport, "import { graphql } from '@mycelium/client-kit/document';")
    .replace(documentCall, (call: string, source: string) => {
      const document = known.get(source);
      if (!document) throw new Error(`This document has changed while it was built, build it again:\n${source}`);
      used.push(document);
      const given = [document.text, document.operation?.id].filter((each) => each !== undefined);
      // As many lines as before, so that what fails behind it is said to fail where it is.
      const lines = '\n'.repeat(call.split('\n').length - 1);
      return `/* @__PURE__ */ graphql(${given.map((each) => JSON.stringify(each)).join(', ')}${lines})`;
    });
  if (/generated\/gql\.ts|\bgraphql\((?!")/.test(text))
    throw new Error(
      "A document is written graphql(`…`), with nothing else in it, after import { graphql } from '…/generated/gql.ts'.",
    );
  return { text, used };
}
