import { type DirectiveNode, type DocumentNode, Kind } from 'graphql';

/** A specification that a supergraph links to. */
export interface Feature {
  name: string;
  /** What the supergraph calls the directive of that name. */
  directive: string;
  link: DirectiveNode;
}

/** What a supergraph links to with `@link`, renamed directives included. */
export function features(document: DocumentNode): Feature[] {
  return document.definitions
    .flatMap((definition) =>
      definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION
        ? (definition.directives ?? [])
        : [],
    )
    .flatMap((link) => featureOf(link) ?? []);
}

/** What a supergraph calls a directive of a feature that has several. */
export function directiveOf({ name, link }: Feature, directive: string): string {
  const prefix = stringArgument(link, 'as') ?? name;
  return importedAs(link, directive) ?? (directive === name ? prefix : `${prefix}__${directive}`);
}

/** The URLs of what a supergraph links `for: SECURITY`, of any specification. */
export function linksForSecurity(document: DocumentNode): string[] {
  return document.definitions
    .flatMap((definition) =>
      definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION
        ? (definition.directives ?? [])
        : [],
    )
    .filter(({ arguments: given }) =>
      given?.some(({ name, value }) => name.value === 'for' && value.kind === Kind.ENUM && value.value === 'SECURITY'),
    )
    .map((link) => stringArgument(link, 'url') ?? stringArgument(link, 'feature') ?? link.name.value);
}

function featureOf(link: DirectiveNode): Feature | undefined {
  const name = /^https:\/\/specs\.apollo\.dev\/([^/]+)\/v/.exec(stringArgument(link, 'url') ?? '')?.[1];
  if (!name) return undefined;
  return { name, link, directive: importedAs(link, name) ?? stringArgument(link, 'as') ?? name };
}

function importedAs(link: DirectiveNode, name: string): string | undefined {
  const imports = link.arguments?.find((argument) => argument.name.value === 'import')?.value;
  if (imports?.kind !== Kind.LIST) return undefined;
  for (const element of imports.values) {
    if (element.kind === Kind.STRING && element.value === `@${name}`) return name;
    if (element.kind !== Kind.OBJECT) continue;
    const field = (key: string) => {
      const value = element.fields.find((candidate) => candidate.name.value === key)?.value;
      return value?.kind === Kind.STRING ? value.value : undefined;
    };
    if (field('name') === `@${name}`) return field('as')?.slice(1) ?? name;
  }
  return undefined;
}

function stringArgument(directive: DirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}
