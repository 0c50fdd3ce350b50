import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  visit,
} from 'graphql';
import type { Manifests } from '../persisted/manifests.ts';
import type { AnsweredBy } from './manifest.ts';

/** The operations that routes may be bound to. */
export interface Library {
  /** The operations that come with the routes. */
  operations: DocumentNode;
  /** The persisted operations of clients. */
  manifests: Manifests;
}

interface Found {
  operation: string;
  query: string;
  definition: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** The operation that is meant; throws when there is none, or more than one. */
export function findOperation(named: AnsweredBy, { operations, manifests }: Library): Found {
  if ('hash' in named) {
    const text = [...manifests.values()].flatMap((texts) => texts.get(named.hash) ?? [])[0];
    if (text === undefined) throw new Error(`There is no persisted operation ${named.hash}.`);
    return persisted(text);
  }
  const { client, operation } = named;
  if (client === undefined) return ofRoutes(operation, operations);
  const texts = [...(manifests.get(client)?.values() ?? [])];
  const found = texts.filter((text) => operationsIn(parse(text)).some(({ name }) => name?.value === operation));
  const [first] = found;
  if (first === undefined) throw new Error(`There is no operation ${operation} of ${client}.`);
  if (found.length > 1)
    throw new Error(`There are several operations ${operation} of ${client}; name one by documentId.`);
  return persisted(first);
}

/** An operation of the routes, with its fragments and nothing else. */
function ofRoutes(operation: string, document: DocumentNode): Found {
  const definition = operationsIn(document).find(({ name }) => name?.value === operation);
  if (!definition) throw new Error(`There is no operation ${operation}.`);
  const fragments = fragmentsOf(definition, document);
  return { operation, query: [definition, ...fragments.values()].map(print).join('\n'), definition, fragments };
}

/** A persisted operation as it is, so that it keeps its hash. */
function persisted(query: string): Found {
  const document = parse(query);
  const [definition, ...others] = operationsIn(document);
  const operation = definition?.name?.value;
  if (!definition || operation === undefined || others.length > 0)
    throw new Error('A path is answered by one operation that has a name.');
  return { operation, query, definition, fragments: fragmentsOf(definition, document) };
}

function operationsIn({ definitions }: DocumentNode): OperationDefinitionNode[] {
  return definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
}

function fragmentsOf(definition: OperationDefinitionNode, document: DocumentNode): Found['fragments'] {
  const found = new Map<string, FragmentDefinitionNode>();
  const collect = (node: OperationDefinitionNode | FragmentDefinitionNode) => {
    visit(node, {
      FragmentSpread({ name: { value: name } }) {
        const fragment = document.definitions.find(
          (each) => each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === name,
        );
        if (found.has(name) || fragment?.kind !== Kind.FRAGMENT_DEFINITION) return;
        found.set(name, fragment);
        collect(fragment);
      },
    });
  };
  collect(definition);
  return found;
}
