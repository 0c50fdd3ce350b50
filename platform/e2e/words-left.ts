import { eventTypes } from '@mycelium/schema/event-types';
import { areas } from '@mycelium/web/shell/areas';
import { inOneTree, type Language, type WordFiles } from '@mycelium/web/words/words';

const core: WordFiles = {
  en: () => import('@mycelium/web/words/en'),
  es: () => import('@mycelium/web/words/es'),
  tr: () => import('@mycelium/web/words/tr'),
};

/** Says which of the texts of a page are no words of its language: keys for which there are none, and English. */
export async function wordsLeftIn(language: Language): Promise<(texts: readonly string[]) => string[]> {
  const english = await wordsOf('en');
  const own = await wordsOf(language);
  const known = new Set(own.values());
  const left = new Set(
    [...english].filter(([key, text]) => own.get(key) !== text && !known.has(text)).map(([, text]) => text),
  );
  const tops = new Set([...english.keys()].map((key) => key.replace(/\..*/, '')));
  const isKey = (text: string) =>
    /^\w+(\.\w+)+$/.test(text) && tops.has(text.replace(/\..*/, '')) && !eventTypes.has(text);
  return (texts) => texts.filter((text) => left.has(text) || isKey(text));
}

async function wordsOf(language: Language): Promise<Map<string, string>> {
  const trees = await Promise.all([core, ...areas.map(({ words }) => words)].map((files) => files[language]()));
  return new Map(trees.flatMap((tree) => entriesOf(inOneTree(tree))));
}

function entriesOf(tree: object, under = ''): [string, string][] {
  return Object.entries(tree).flatMap(([name, text]: [string, string | object]) =>
    typeof text === 'string' ? [[under + name, text] as [string, string]] : entriesOf(text, `${under}${name}.`),
  );
}
