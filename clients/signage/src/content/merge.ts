import type { Content, Item, MenuChange, Section } from './content.ts';

export interface Merged {
  content: Content;
  /** False when the change cannot be shown from what is known here, so that the content must be asked for again. */
  isComplete: boolean;
}

/** The content with a change of the menu in it. A change that is older than what is shown changes nothing. */
export function mergeChange(content: Content, change: MenuChange): Merged {
  const shown = itemOf(content, change.itemId);
  const item = change.item ?? undefined;
  if (change.kind === 'REMOVED' || !item) {
    return { content: shown ? withoutItem(content, change.itemId) : content, isComplete: true };
  }
  const named = item.tenant.name === content.tenant.name ? content : withTenantName(content, item.tenant.name);
  if (!shown) return { content: named, isComplete: !hasSection(content, item.section.id) };
  if (shown.version > item.version) return { content: named, isComplete: true };
  return {
    content: withItem(named, plain(item)),
    isComplete: shown.section.id === item.section.id && change.kind !== 'MOVED',
  };
}

/** Freshly asked-for content, in which no item is older than the one that was already shown. */
export function mergeContent(shown: Content | undefined, fetched: Content): Content {
  if (!shown?.board || !fetched.board) return fetched;
  const known = new Map(shown.board.sections.flatMap(({ items }) => items).map((item) => [item.id, item]));
  return mapItems(fetched, (item) => {
    const before = known.get(item.id);
    return before && before.version > item.version ? before : item;
  });
}

function itemOf(content: Content, id: string): Item | undefined {
  return content.board?.sections.flatMap(({ items }) => items).find((item) => item.id === id);
}

function hasSection(content: Content, id: string): boolean {
  return content.board?.sections.some((section) => section.id === id) ?? false;
}

function withItem(content: Content, item: Item): Content {
  return mapItems(content, (shown) => (shown.id === item.id ? item : shown));
}

function withTenantName(content: Content, name: string): Content {
  return { ...content, tenant: { ...content.tenant, name } };
}

function withoutItem(content: Content, id: string): Content {
  return mapSections(content, (section) => ({ ...section, items: section.items.filter((item) => item.id !== id) }));
}

function mapItems(content: Content, change: (item: Item) => Item): Content {
  return mapSections(content, (section) => ({ ...section, items: section.items.map(change) }));
}

function mapSections(content: Content, change: (section: Section) => Section): Content {
  return content.board
    ? { ...content, board: { ...content.board, sections: content.board.sections.map(change) } }
    : content;
}

function plain({ tenant: _tenant, ...item }: NonNullable<MenuChange['item']>): Item {
  return item;
}
