/** The forms in which templates speak of a noun, made of its name as a file is called: menu-item. */
export function namesOf(file: string, plural: string = pluralOf(file)) {
  return {
    file,
    files: plural,
    scope: file,
    /** As the name of a property. */
    property: file.includes('-') ? `'${file}'` : file,
    noun: camel(file),
    Noun: capital(camel(file)),
    nouns: camel(plural),
    Nouns: capital(camel(plural)),
    words: file.replaceAll('-', ' '),
    Words: capital(file.replaceAll('-', ' ')),
    pluralWords: plural.replaceAll('-', ' '),
    Title: capital(plural.replaceAll('-', ' ')),
    event: file.replaceAll('-', '_'),
  };
}

/** Fills `{{name}}` in a template, and leaves `\{{name}}` as `{{name}}`; throws for a name that nobody knows. */
export function fill(template: string, names: Record<string, string>): string {
  return template.replace(/\\?\{\{(\w+)\}\}/g, (found, name: string) => {
    if (found.startsWith('\\')) return found.slice(1);
    const value = names[name];
    if (value === undefined) throw new Error(`A template asks for ${name}.`);
    return value;
  });
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const camel = (file: string): string =>
  file
    .split('-')
    .map((word, index) => (index ? capital(word) : word))
    .join('');

/** By the rules; for words that have none of their own, the plural can be said. */
function pluralOf(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  if (/(s|x|z|ch|sh)$/.test(word)) return `${word}es`;
  return `${word}s`;
}
